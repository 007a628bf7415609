import type { AzureClient } from "../../../azure/client";
import { parseResourceId } from "../../../azure/resource-id";
import type { EndpointWriter } from "../../../queries/endpoint-writes";
import { withAnnouncedWrites } from "../../../queries/work/announced-writes";
import { deletionLink } from "../../../queries/work/deletion-link";
import type { LinksOf } from "../../../queries/work/work";
import type { WorkRequest } from "../../../queries/work/work-record";
import { removeSecretChain } from "../../secrets";

/** The writer with the whole client, which removing the secret needs. */
export type DeletionWriter = EndpointWriter & { azure: AzureClient };

/**
 * The deletion in order, begun now or by an earlier page: the endpoint first, so that it never refers to a
 * secret that is gone.
 */
export function deleteLinks(writer: DeletionWriter, request: WorkRequest): LinksOf {
  const { id, secret } = request;
  return (log) => {
    const links = [deletionLink(writer, request, log)];
    if (secret !== undefined) {
      const instanceId = parseResourceId(id)?.parentId ?? "";
      links.push({
        id: "secret",
        title: `Remove the synced secret ${secret.secretRef}`,
        run: (context) => {
          const azure = withAnnouncedWrites(writer.azure, log.onSend);
          return removeSecretChain(azure, { instanceId, ...secret }, context);
        },
      });
    }
    return links;
  };
}
