import { Text } from "@fluentui/react-components";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabels } from "../../../lib/authentication-labels";
import { CodeBlock } from "../../../ui/code-block";
import { CopyableText } from "../../../ui/copyable-text";
import { Facts } from "../../../ui/facts";
import { SecretChainCard } from "../../secrets";
import { PullingIdentityFacts } from "./pulling-identity-facts";
import { UserIdentityFacts } from "./user-identity-facts";

interface AuthenticationSectionProps {
  instanceId: string;
  endpoint: RegistryEndpoint;
}

/** How the endpoint signs in, its settings, and whom or what that depends on. */
export function AuthenticationSection({ instanceId, endpoint }: AuthenticationSectionProps) {
  const { authentication } = endpoint.properties;
  if (authentication === undefined) return <Text>Azure reports no authentication.</Text>;
  if ("artifactPullSecretSettings" in authentication) {
    const { secretRef } = authentication.artifactPullSecretSettings;
    return (
      <>
        <Method method="ArtifactPullSecret" />
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
  if ("systemAssignedManagedIdentitySettings" in authentication) {
    const { audience } = authentication.systemAssignedManagedIdentitySettings;
    return (
      <>
        <Method method="SystemAssignedManagedIdentity" />
        <PullingIdentityFacts instanceId={instanceId} audience={audience} />
      </>
    );
  }
  if ("userAssignedManagedIdentitySettings" in authentication) {
    return (
      <>
        <Method method="UserAssignedManagedIdentity" />
        <UserIdentityFacts settings={authentication.userAssignedManagedIdentitySettings} />
      </>
    );
  }
  if (authentication.method === "Anonymous") return <Method method="Anonymous" />;
  return (
    <>
      <Text>This portal does not know the method {authentication.method} yet. Azure reports:</Text>
      <CodeBlock code={JSON.stringify(authentication, null, 2)} label="authentication" />
    </>
  );
}

function Method({ method }: { method: string }) {
  const entry = authenticationLabels.find((one) => one.method === method);
  return (
    <Text>
      <strong>{entry?.label ?? method}</strong>. {entry?.description}
    </Text>
  );
}
