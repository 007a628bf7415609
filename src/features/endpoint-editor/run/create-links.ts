import { failureOf } from "../../../azure/http/operations/provisioning-state";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import type { ChainLink } from "../../../lib/chain";
import { findEndpoint } from "../../../queries/endpoint-lookup";
import {
  isSameEndpoint,
  writeEndpoint,
  type EndpointWriter,
} from "../../../queries/endpoint-writes";
import type { WorkLog } from "../../../queries/work/work";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import { NameTakenError } from "./name-taken-error";
import { progressText } from "../../../lib/progress-text";

export const NAME_LINK = "name";

interface CreateLinksOptions {
  writer: EndpointWriter;
  endpointId: string;
  body: RegistryEndpointBody;
  /** The links that make the Kubernetes secret; none for other methods. */
  secretLinks: ChainLink[];
  log: WorkLog;
}

/**
 * The whole creation as links: name check, secret chain, endpoint. The name is asked again right
 * before the PUT, since the secret chain takes its time and a PUT silently replaces.
 */
export function createLinks(options: CreateLinksOptions): ChainLink[] {
  const { writer, endpointId, body, secretLinks, log } = options;
  const isOurs = (existing: RegistryEndpoint) =>
    log.earlier !== "none" && (isLeftover(existing) || isSameEndpoint(existing, body));
  const guardOf = (isFirst: boolean) => (existing: RegistryEndpoint | null) => {
    if (existing !== null && !isOurs(existing)) throw new NameTakenError(existing, isFirst);
  };
  const guard = guardOf(secretLinks.length === 0 && log.earlier === "none");
  return [
    {
      id: NAME_LINK,
      title: "Check that the name is free",
      run: async ({ signal }) =>
        guardOf(log.earlier === "none")(await findEndpoint(writer.azure, endpointId, signal)),
    },
    ...secretLinks,
    {
      id: ENDPOINT_LINK,
      title: "Create the registry endpoint",
      run: async ({ signal, onProgress }) => {
        const endpoint = await writeEndpoint(
          writer,
          { id: endpointId, body, earlier: log.earlier, guard, onSend: log.onSend },
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

/** True if an attempt ended in failure and left the endpoint behind, which may be replaced. */
export function isLeftover({ properties }: RegistryEndpoint): boolean {
  return failureOf(properties.provisioningState) !== undefined;
}
