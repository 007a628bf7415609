import type { AzureClient } from "../../../azure/client";
import type { ChainLink } from "../../../lib/chain";
import type { DeleteEndpoint } from "../../../queries/registry-endpoints";
import { removeSecretChain, type FoundSecretChain } from "../../secrets";

export const ENDPOINT_LINK = "endpoint";

interface DeleteLinksOptions {
  azure: AzureClient;
  deleteEndpoint: DeleteEndpoint;
  endpointId: string;
  /** Present when the synced secret is to go too. */
  chain?: FoundSecretChain;
}

/** The deletion in order: the endpoint first, so that it never refers to a secret that is gone. */
export function deleteLinks(options: DeleteLinksOptions): ChainLink[] {
  const { azure, deleteEndpoint, endpointId, chain } = options;
  const links: ChainLink[] = [
    {
      id: ENDPOINT_LINK,
      title: "Delete the registry endpoint",
      run: ({ signal, onProgress }) =>
        deleteEndpoint.run(endpointId, {
          signal,
          onProgress: ({ state, percentComplete }) =>
            onProgress(percentComplete === undefined ? state : `${state}, ${percentComplete} %`),
        }),
    },
  ];
  if (chain !== undefined) {
    links.push({
      id: "secret",
      title: `Remove the synced secret ${chain.secretRef}`,
      run: (context) => removeSecretChain(azure, chain, context),
    });
  }
  return links;
}
