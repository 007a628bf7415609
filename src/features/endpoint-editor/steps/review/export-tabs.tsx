import { useFormContext } from "react-hook-form";
import { childId } from "../../../../azure/resource-id";
import type { ExportableBody } from "../../../../lib/export-source";
import { endpointExports } from "../../../../lib/endpoint-exports";
import { usePullingIdentity } from "../../../../queries/arc-extension";
import { useCloud } from "../../../../queries/cloud";
import type { InstanceOption } from "../../../../queries/instances";
import { CodeTabs } from "../../../../ui/code-tabs";
import { useUpdateDocument } from "../../edit/use-update-document";
import type { EditorValues } from "../../form/editor-values";
import { toRequest } from "../../to-request";

/** The endpoint as code in four languages, each to copy or download. */
export function ExportTabs({ instance }: { instance: InstanceOption }) {
  const { getValues } = useFormContext<EditorValues>();
  const identity = usePullingIdentity(instance.id);
  const edited = useUpdateDocument();
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
    body: (edited as ExportableBody | undefined) ?? toRequest(values, instance),
  });
  return <CodeTabs label="Languages" blocks={exports} />;
}
