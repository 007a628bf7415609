import type { EndpointDocument } from "../../azure/iot-operations/endpoint-document";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../azure/iot-operations/registry-endpoint";
import { writeEndpoint, type EndpointWriter } from "../endpoint-writes";
import { StatedFailure } from "./stated-failure";

/** What is to be created again. */
interface Recreation {
  id: string;
  document: EndpointDocument;
  /** It was tried before: what that has put is followed, and not taken for somebody else's. */
  isAgain: boolean;
}

/**
 * PUTs a kept body unless something exists there meanwhile, which is looked up right before. Aborting keeps
 * what has not left from leaving; what has left is followed to its end.
 * @throws StatedFailure where there is one; what `writeEndpoint` throws
 */
export async function recreate(
  writer: EndpointWriter,
  { id, document, isAgain }: Recreation,
  signal: AbortSignal,
): Promise<void> {
  const unsent = new AbortController();
  let mayArrive = false;
  const stopUnsent = () => {
    if (signal.aborted && !mayArrive) unsent.abort();
  };
  signal.addEventListener("abort", stopUnsent);
  try {
    await writeEndpoint(
      writer,
      {
        id,
        // As Azure had it; what it would refuse, it would not have had.
        body: document as unknown as RegistryEndpointBody,
        earlier: isAgain ? "ended" : "none",
        guard: refuseExisting,
        onSend: () => undefined,
      },
      {
        signal: unsent.signal,
        priority: "background",
        onFlight: (isInFlight) => {
          mayArrive = isInFlight;
          stopUnsent();
        },
      },
    );
  } finally {
    signal.removeEventListener("abort", stopUnsent);
  }
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
