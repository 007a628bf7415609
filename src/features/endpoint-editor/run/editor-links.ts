import type { AzureClient } from "../../../azure/client";
import { parseResourceId } from "../../../azure/resource-id";
import type { EndpointWriter } from "../../../queries/endpoint-writes";
import { withAnnouncedWrites } from "../../../queries/work/announced-writes";
import type { LinksOf } from "../../../queries/work/work";
import type { WorkRequest } from "../../../queries/work/work-record";
import { planSecretChain } from "../../secrets";
import { readEditorValues } from "../draft-storage";
import { updateLinks } from "../edit/update-links";
import { createLinks } from "./create-links";

/** The writer with the whole client, which the secret chain needs. */
export type EditorWriter = EndpointWriter & { azure: AzureClient };

/**
 * The links of a creation or an edit, begun now or by an earlier page. Undefined for other work, and when the request
 * lacks what it needs.
 */
export function editorLinks(writer: EditorWriter, request: WorkRequest): LinksOf | undefined {
  const { id: endpointId, kind, body, base } = request;
  const values = readEditorValues(request.values);
  const instanceId = parseResourceId(endpointId)?.parentId;
  if (kind === "delete" || (kind === "update" && base === undefined)) return undefined;
  if (body === undefined || values === undefined || instanceId === undefined) return undefined;
  return (log) => {
    const secretLinks =
      values.method === "ArtifactPullSecret"
        ? planSecretChain(withAnnouncedWrites(writer.azure, log.onSend), {
            instanceId,
            draft: values.artifactSecret,
            onMake: (made) => {
              // What is not sent is not made either.
              log.onSend();
              log.onMake(made);
            },
          })
        : [];
    return kind === "update" && base !== undefined
      ? updateLinks({ writer, base, body, secretLinks, log })
      : createLinks({ writer, endpointId, body, secretLinks, log });
  };
}
