import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import type { ChainLink } from "../../lib/chain";
import { progressText } from "../../lib/progress-text";
import { writeEndpoint, type EndpointWriter } from "../endpoint-writes";
import { StatedFailure } from "./stated-failure";
import type { WorkLog } from "./work";
import type { WorkRequest } from "./work-record";
import { ENDPOINT_LINK } from "./work-words";

interface Recreation extends Pick<WorkRequest, "id"> {
  body: NonNullable<WorkRequest["body"]>;
  /** It was tried before: what that has put is followed, and not taken for somebody else's. */
  isAgain?: boolean;
}

/**
 * The link that PUTs the kept body of a deleted endpoint, behind what a person asks for, unless something exists
 * there meanwhile, which is looked up right before.
 */
export function recreationLink(
  writer: EndpointWriter,
  { id, body, isAgain = false }: Recreation,
  log: WorkLog,
): ChainLink {
  return {
    id: ENDPOINT_LINK,
    title: "Create the registry endpoint again",
    run: async ({ signal, onProgress }) => {
      const earlier = log.earlier === "none" && isAgain ? "ended" : log.earlier;
      const endpoint = await writeEndpoint(
        writer,
        { id, body, earlier, guard: refuseExisting, onSend: log.onSend },
        {
          signal,
          priority: "background",
          onFlight: log.onFlight,
          onProgress: (progress) => onProgress(progressText(progress)),
        },
      );
      log.onWritten(endpoint);
    },
  };
}

function refuseExisting(existing: RegistryEndpoint | null): void {
  if (existing === null) return;
  const { id, name, properties } = existing;
  throw new StatedFailure({
    title: `“${name}” could not be created again`,
    message: `It exists again, with the host ${properties.host ?? "unknown"}. It was not touched.`,
    resource: id,
    nextStep: "Open it to compare, or leave it as it is.",
    canRetry: true,
  });
}
