import type { ResourceProvider } from "../../resource-manager/provider";
import { providerClasses } from "./provider-classes";
import { secretSyncs } from "./secret-syncs";
import { resumeSyncs } from "./sync-status";

export const secretSync: ResourceProvider = {
  namespace: "Microsoft.SecretSyncController",
  resourceTypes: [providerClasses, secretSyncs],
  resume: resumeSyncs,
};
