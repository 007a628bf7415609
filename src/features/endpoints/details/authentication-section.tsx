import { Text } from "@fluentui/react-components";
import {
  knownAuthentication,
  type RegistryEndpoint,
  type RegistryEndpointAuthentication,
} from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabels } from "../../../lib/authentication-labels";
import { CodeBlock } from "../../../ui/code-block";
import { CopyableText } from "../../../ui/copyable-text";
import { Facts } from "../../../ui/facts";
import { SecretChainCard } from "../../secrets";
import { PullingIdentityFacts } from "./pulling-identity-facts";
import { RegistryTenantNote } from "./registry-tenant-note";
import { UserIdentityFacts } from "./user-identity-facts";

interface AuthenticationSectionProps {
  instanceId: string;
  endpoint: RegistryEndpoint;
}

/** How the endpoint signs in, its settings, and whom or what that depends on. */
export function AuthenticationSection({ instanceId, endpoint }: AuthenticationSectionProps) {
  const known = knownAuthentication(endpoint);
  if (known === undefined) return <UnknownMethod endpoint={endpoint} />;
  return (
    <>
      <Method method={known.method} />
      <Settings instanceId={instanceId} host={endpoint.properties.host} authentication={known} />
    </>
  );
}

function UnknownMethod({ endpoint }: Pick<AuthenticationSectionProps, "endpoint">) {
  const { authentication } = endpoint.properties;
  if (authentication === undefined) return <Text>Azure reports no authentication.</Text>;
  return (
    <>
      <Text>This portal does not know the method {authentication.method} yet. Azure reports:</Text>
      <CodeBlock code={JSON.stringify(authentication, null, 2)} label="authentication" />
    </>
  );
}

interface SettingsProps {
  instanceId: string;
  host: string | undefined;
  authentication: RegistryEndpointAuthentication;
}

function Settings({ instanceId, host, authentication }: SettingsProps) {
  switch (authentication.method) {
    case "ArtifactPullSecret": {
      const { secretRef } = authentication.artifactPullSecretSettings;
      return (
        <>
          <Facts
            label="Settings of the artifact secret"
            items={[
              {
                label: "Kubernetes secret",
                value: <CopyableText value={secretRef} label="secret name" />,
              },
            ]}
          />
          <SecretChainCard instanceId={instanceId} secretRef={secretRef} />
        </>
      );
    }
    case "SystemAssignedManagedIdentity": {
      const { audience } = authentication.systemAssignedManagedIdentitySettings;
      return (
        <>
          <RegistryTenantNote host={host} />
          <PullingIdentityFacts instanceId={instanceId} audience={audience} />
        </>
      );
    }
    case "UserAssignedManagedIdentity":
      return (
        <>
          <RegistryTenantNote host={host} />
          <UserIdentityFacts settings={authentication.userAssignedManagedIdentitySettings} />
        </>
      );
    case "Anonymous":
      return null;
  }
}

function Method({ method }: { method: string }) {
  const entry = authenticationLabels.find((one) => one.method === method);
  return (
    <Text>
      <strong>{entry?.label ?? method}</strong>. {entry?.description}
    </Text>
  );
}
