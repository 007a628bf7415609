import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import type { ChainLink } from "../../../lib/chain";
import { progressText } from "../../../lib/progress-text";
import { findEndpoint } from "../../../queries/endpoint-lookup";
import { writeEndpoint, type EndpointWriter } from "../../../queries/endpoint-writes";
import type { WorkLog } from "../../../queries/work/work";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import { ChangedMeanwhileError, DeletedMeanwhileError } from "./changed-meanwhile";
import { documentOf } from "../../../azure/iot-operations/endpoint-document";
import { compareThreeWays } from "./three-way";

interface UpdateLinksOptions {
  writer: EndpointWriter;
  /** As it was when the form was filled. */
  base: RegistryEndpoint;
  body: RegistryEndpointBody;
  /** The links that make the Kubernetes secret; none for other methods. */
  secretLinks: ChainLink[];
  log: WorkLog;
}

/**
 * The whole edit as links: the endpoint is read again, the secret is made, the endpoint is put. It is read
 * once more right before the PUT, since ARM has no If-Match for it and the secret chain takes its time.
 */
export function updateLinks(options: UpdateLinksOptions): ChainLink[] {
  const { writer, base, body, secretLinks, log } = options;
  const document = documentOf(body);
  const guard = (theirs: RegistryEndpoint | null) => {
    if (theirs === null) throw new DeletedMeanwhileError(base);
    if (compareThreeWays(base, document, theirs).length > 0) {
      throw new ChangedMeanwhileError(theirs);
    }
  };
  return [
    {
      id: "check",
      title: "Check that nobody else changed it",
      run: async ({ signal }) => guard(await findEndpoint(writer.azure, base.id, signal)),
    },
    ...secretLinks,
    {
      id: ENDPOINT_LINK,
      title: "Save the registry endpoint",
      run: async ({ signal, onProgress }) => {
        const endpoint = await writeEndpoint(
          writer,
          { id: base.id, body, earlier: log.earlier, guard, onSend: log.onSend },
          {
            signal,
            onFlight: log.onFlight,
            onProgress: (progress) => onProgress(progressText(progress)),
          },
        );
        log.onWritten(endpoint);
      },
    },
  ];
}
