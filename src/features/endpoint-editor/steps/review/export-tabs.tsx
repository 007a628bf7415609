import { useFormContext } from "react-hook-form";
import { childId } from "../../../../azure/resource-id";
import { endpointExports } from "../../../../lib/endpoint-exports";
import { usePullingIdentity } from "../../../../queries/arc-extension";
import { useCloud } from "../../../../queries/cloud";
import type { InstanceOption } from "../../../../queries/instances";
import { CodeTabs } from "../../../../ui/code-tabs";
import type { EditorValues } from "../../form/editor-values";
import { toRequest } from "../../to-request";

/** The endpoint as code in four languages, each to copy or download. */
export function ExportTabs({ instance }: { instance: InstanceOption }) {
  const { getValues } = useFormContext<EditorValues>();
  const identity = usePullingIdentity(instance.id);
  const { cloud } = useCloud();
  const values = getValues();
  const exports = endpointExports({
    id: childId(instance.id, "registryEndpoints", values.name),
    instanceName: instance.name,
    resourceGroup: instance.resourceGroup,
    subscriptionId: instance.subscriptionId,
    customLocationId: instance.customLocationId ?? "",
    namespace: identity.data?.namespace,
    cloud,
    body: toRequest(values, instance),
  });
  return <CodeTabs label="Languages" blocks={exports} />;
}
