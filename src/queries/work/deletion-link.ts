import type { ChainLink } from "../../lib/chain";
import { progressText } from "../../lib/progress-text";
import { deleteEndpoint, type EndpointWriter } from "../endpoint-writes";
import type { WorkLog } from "./work";
import type { WorkRequest } from "./work-record";
import { ENDPOINT_LINK } from "./work-words";

/** The link of a deletion that deletes the endpoint itself; one of many goes behind what a person asks for. */
export function deletionLink(
  writer: EndpointWriter,
  { id, isBulk = false }: WorkRequest,
  log: WorkLog,
): ChainLink {
  return {
    id: ENDPOINT_LINK,
    title: "Delete the registry endpoint",
    run: async ({ signal, onProgress }) => {
      await deleteEndpoint(
        writer,
        { id, earlier: log.earlier, onSend: log.onSend },
        {
          signal,
          ...(isBulk ? { priority: "background" } : {}),
          onFlight: log.onFlight,
          onProgress: (progress) => onProgress(progressText(progress)),
        },
      );
      log.onWritten();
    },
  };
}
