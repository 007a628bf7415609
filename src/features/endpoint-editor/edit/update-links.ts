import type { AzureClient, LongRunningOptions } from "../../../azure/client";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import type { ChainLink } from "../../../lib/chain";
import { stableJson } from "../../../lib/stable-json";
import { documentOf, type EndpointDocument } from "./endpoint-document";
import { compareThreeWays } from "./three-way";

export const CHECK_LINK = "check";
export const ENDPOINT_LINK = "endpoint";

/** Somebody else changed the endpoint since it was loaded: the person decides what to keep. */
export class ChangedMeanwhileError extends Error {
  readonly theirs: RegistryEndpoint;

  constructor(theirs: RegistryEndpoint) {
    super(
      `“${theirs.name}” was changed in Azure since you opened it. Nothing was sent: choose what to keep.`,
    );
    this.name = "ChangedMeanwhileError";
    this.theirs = theirs;
  }
}

interface UpdateLinksOptions {
  azure: Pick<AzureClient, "registryEndpoints">;
  /** As it was when the form was filled. */
  base: RegistryEndpoint;
  document: EndpointDocument;
  /** The links that make the Kubernetes secret; none for other methods. */
  secretLinks: ChainLink[];
  update: (
    id: string,
    body: RegistryEndpointBody,
    options: LongRunningOptions,
  ) => Promise<RegistryEndpoint>;
  onUpdated: (endpoint: RegistryEndpoint) => void;
}

/**
 * The whole edit as links: the endpoint is read again, the secret is made, the endpoint is put. It is read
 * once more right before the PUT, since ARM has no If-Match for it and the secret chain takes its time.
 * What Azure has already is not sent again, so that a lost answer leads to no second write.
 */
export function updateLinks(options: UpdateLinksOptions): ChainLink[] {
  const { azure, base, document, secretLinks } = options;
  const readAgain = async (signal: AbortSignal) => {
    const theirs = await azure.registryEndpoints.get(base.id, { signal });
    if (compareThreeWays(base, document, theirs).length > 0)
      throw new ChangedMeanwhileError(theirs);
    return theirs;
  };
  return [
    {
      id: CHECK_LINK,
      title: "Check that nobody else changed it",
      run: async ({ signal }) => {
        await readAgain(signal);
      },
    },
    ...secretLinks,
    {
      id: ENDPOINT_LINK,
      title: "Save the registry endpoint",
      run: async ({ signal, onProgress }) => {
        const theirs = await readAgain(signal);
        const { provisioningState } = theirs.properties;
        const isThere = stableJson(documentOf(theirs)) === stableJson(document);
        if (isThere && provisioningState === "Succeeded") {
          options.onUpdated(theirs);
          return;
        }
        const updated = await options.update(base.id, document as unknown as RegistryEndpointBody, {
          signal,
          onProgress: ({ state, percentComplete }) =>
            onProgress(percentComplete === undefined ? state : `${state}, ${percentComplete} %`),
        });
        options.onUpdated(updated);
      },
    },
  ];
}
