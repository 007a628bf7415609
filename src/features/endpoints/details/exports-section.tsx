import { Text } from "@fluentui/react-components";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { sameId } from "../../../azure/resource-id";
import { endpointExports } from "../../../lib/endpoint-exports";
import { useCloud } from "../../../queries/cloud";
import { useInstances } from "../../../queries/instances";
import { useNamespace } from "../../../queries/secret-sync";
import { CodeTabs } from "../../../ui/code-tabs";
import type { EndpointAddress } from "./endpoint-address";

interface ExportsSectionProps {
  address: EndpointAddress;
  endpoint: RegistryEndpoint;
}

/** The endpoint as code, to make the same one elsewhere. */
export function ExportsSection({ address, endpoint }: ExportsSectionProps) {
  const { cloud } = useCloud();
  const instance = useInstances().data?.find(({ id }) => sameId(id, address.instanceId));
  const namespace = useNamespace(address.instanceId).data ?? undefined;
  const customLocationId = endpoint.extendedLocation?.name ?? instance?.customLocationId;
  const { host, authentication, codeSigningCas } = endpoint.properties;
  const method = authentication?.method;
  if (host === undefined || method === undefined || customLocationId === undefined) {
    return (
      <Text>
        Azure does not report everything that the code would need: host, authentication and custom
        location.
      </Text>
    );
  }
  const exports = endpointExports({
    id: address.id,
    instanceName: address.instanceName,
    resourceGroup: address.resourceGroup,
    subscriptionId: address.subscriptionId,
    customLocationId,
    namespace,
    cloud,
    body: { properties: { host, authentication: { ...authentication, method }, codeSigningCas } },
  });
  return <CodeTabs label="Languages" blocks={exports} />;
}
