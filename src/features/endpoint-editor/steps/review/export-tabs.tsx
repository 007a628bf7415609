import { Tab, TabList, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import { childId } from "../../../../azure/resource-id";
import { endpointExports } from "../../../../lib/endpoint-exports";
import { usePullingIdentity } from "../../../../queries/arc-extension";
import type { InstanceOption } from "../../../../queries/instances";
import { CodeBlock } from "../../../../ui/code-block";
import type { EditorValues } from "../../form/editor-values";
import { toRequest } from "../../to-request";

const useStyles = makeStyles({ tabs: { flexWrap: "wrap" } });

/** The endpoint as code in four languages, each to copy or download. */
export function ExportTabs({ instance }: { instance: InstanceOption }) {
  const styles = useStyles();
  const id = useId();
  const { getValues } = useFormContext<EditorValues>();
  const identity = usePullingIdentity(instance.id);
  const [chosen, setChosen] = useState("arm");
  const values = getValues();
  const exports = endpointExports({
    id: childId(instance.id, "registryEndpoints", values.name),
    instanceName: instance.name,
    resourceGroup: instance.resourceGroup,
    subscriptionId: instance.subscriptionId,
    customLocationId: instance.customLocationId ?? "",
    namespace: identity.data?.namespace,
    body: toRequest(values, instance),
  });
  const shown = exports.find((entry) => entry.id === chosen);
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label="Languages"
        selectedValue={chosen}
        onTabSelect={(_, { value }) => setChosen(String(value))}
      >
        {exports.map((entry) => (
          <Tab
            key={entry.id}
            value={entry.id}
            id={`${id}-${entry.id}`}
            aria-controls={`${id}-panel`}
          >
            {entry.label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {shown !== undefined && (
          <CodeBlock
            key={shown.id}
            code={shown.code}
            label={shown.label}
            fileName={shown.fileName}
          />
        )}
      </div>
    </>
  );
}
