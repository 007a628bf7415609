import type { AzureClient } from "../../azure/client";

/**
 * The client, with `onSend` called before it writes anything that a chain writes of the secrets: what it
 * throws keeps the request from leaving. Endpoints are written by `writeEndpoint` and `deleteEndpoint`,
 * which are given it themselves.
 */
export function withAnnouncedWrites(azure: AzureClient, onSend: () => void): AzureClient {
  const { secretProviderClasses, secretSyncs } = azure;
  return {
    ...azure,
    secretProviderClasses: {
      ...secretProviderClasses,
      createOrReplace: async (...args) => {
        onSend();
        return secretProviderClasses.createOrReplace(...args);
      },
    },
    secretSyncs: {
      ...secretSyncs,
      createOrReplace: async (...args) => {
        onSend();
        return secretSyncs.createOrReplace(...args);
      },
      delete: async (...args) => {
        onSend();
        return secretSyncs.delete(...args);
      },
    },
  };
}
