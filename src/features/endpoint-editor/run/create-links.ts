import type { AzureClient, LongRunningOptions } from "../../../azure/client";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../../azure/resource-id";
import type { ChainLink } from "../../../lib/chain";
import { findEndpoint } from "../../../queries/endpoint-lookup";
import { isLeftByUs, NameTakenError } from "./own-endpoint";

export const NAME_LINK = "name";
export const ENDPOINT_LINK = "endpoint";

interface CreateLinksOptions {
  azure: Pick<AzureClient, "registryEndpoints">;
  endpointId: string;
  body: RegistryEndpointBody;
  /** The links that make the Kubernetes secret; none for other methods. */
  secretLinks: ChainLink[];
  /** Keys of the ids that this page has sent a PUT for: what is found there may be ours. */
  sentIds: Set<string>;
  create: (
    id: string,
    body: RegistryEndpointBody,
    options: LongRunningOptions,
  ) => Promise<RegistryEndpoint>;
  onCreated: (endpoint: RegistryEndpoint) => void;
}

/**
 * The whole creation as links: name check, secret chain, endpoint. The name is asked again right
 * before the PUT, since the secret chain takes its time and a PUT silently replaces.
 */
export function createLinks(options: CreateLinksOptions): ChainLink[] {
  const { endpointId, body, secretLinks, sentIds } = options;
  const checkName = async (signal: AbortSignal) => {
    const existing = await findEndpoint(options.azure, endpointId, signal);
    if (existing !== null && !(sentIds.has(idKey(endpointId)) && isLeftByUs(existing, body))) {
      throw new NameTakenError(existing);
    }
  };
  return [
    {
      id: NAME_LINK,
      title: "Check that the name is free",
      run: ({ signal }) => checkName(signal),
    },
    ...secretLinks,
    {
      id: ENDPOINT_LINK,
      title: "Create the registry endpoint",
      run: async ({ signal, onProgress }) => {
        await checkName(signal);
        sentIds.add(idKey(endpointId));
        const endpoint = await options.create(endpointId, body, {
          signal,
          onProgress: ({ state, percentComplete }) =>
            onProgress(percentComplete === undefined ? state : `${state}, ${percentComplete} %`),
        });
        options.onCreated(endpoint);
      },
    },
  ];
}
