import { Tab, TabList, Text, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { sameId } from "../../../azure/resource-id";
import { endpointExports, type EndpointExport } from "../../../lib/endpoint-exports";
import { useInstances } from "../../../queries/instances";
import { useNamespace } from "../../../queries/secret-sync";
import { CodeBlock } from "../../../ui/code-block";
import type { EndpointAddress } from "./endpoint-address";

const useStyles = makeStyles({
  tabs: { overflowX: "auto" },
});

interface ExportsSectionProps {
  address: EndpointAddress;
  endpoint: RegistryEndpoint;
}

/** The endpoint as code, to make the same one elsewhere. */
export function ExportsSection({ address, endpoint }: ExportsSectionProps) {
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
    body: { properties: { host, authentication: { ...authentication, method }, codeSigningCas } },
  });
  return <ExportTabs exports={exports} />;
}

function ExportTabs({ exports }: { exports: EndpointExport[] }) {
  const styles = useStyles();
  const id = useId();
  const [selectedId, setSelectedId] = useState<EndpointExport["id"]>("arm");
  const selected = exports.find((one) => one.id === selectedId) ?? exports[0];
  if (selected === undefined) return null;
  return (
    <>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={selected.id}
        onTabSelect={(_, { value }) => {
          const chosen = exports.find((one) => one.id === value);
          if (chosen) setSelectedId(chosen.id);
        }}
        aria-label="Formats"
      >
        {exports.map((one) => (
          <Tab
            key={one.id}
            value={one.id}
            id={`${id}-tab-${one.id}`}
            aria-controls={one.id === selected.id ? `${id}-panel` : undefined}
          >
            {one.label}
          </Tab>
        ))}
      </TabList>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${selected.id}`}>
        <CodeBlock code={selected.code} label={selected.label} fileName={selected.fileName} />
      </div>
    </>
  );
}
