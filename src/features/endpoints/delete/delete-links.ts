import type { AzureClient } from "../../../azure/client";
import type { ChainLink } from "../../../lib/chain";
import { parseResourceId } from "../../../azure/resource-id";
import { progressText } from "../../../lib/progress-text";
import { deleteEndpoint, type EndpointWriter } from "../../../queries/endpoint-writes";
import { withAnnouncedWrites } from "../../../queries/work/announced-writes";
import type { LinksOf } from "../../../queries/work/work";
import type { WorkRequest } from "../../../queries/work/work-record";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import { removeSecretChain } from "../../secrets";

/** The writer with the whole client, which removing the secret needs. */
export type DeletionWriter = EndpointWriter & { azure: AzureClient };

/**
 * The deletion in order, begun now or by an earlier page: the endpoint first, so that it never refers to a
 * secret that is gone.
 */
export function deleteLinks(writer: DeletionWriter, { id, secret }: WorkRequest): LinksOf {
  return (log) => {
    const links: ChainLink[] = [
      {
        id: ENDPOINT_LINK,
        title: "Delete the registry endpoint",
        run: async ({ signal, onProgress }) => {
          await deleteEndpoint(
            writer,
            { id, earlier: log.earlier, onSend: log.onSend },
            {
              signal,
              onFlight: log.onFlight,
              onProgress: (progress) => onProgress(progressText(progress)),
            },
          );
          log.onWritten();
        },
      },
    ];
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
