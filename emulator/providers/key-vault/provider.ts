import { z } from "zod";
import type { ProviderOperation, ResourceProvider } from "../../resource-manager/provider";
import { checkBody } from "../body-checks";
import { updateAccessPolicies } from "./access-policies";
import { keyVaultVersions } from "./contract";
import { deletedVaultOperations } from "./deleted-vaults";
import { vaultSecrets } from "./secrets";
import { isVaultNameTaken, vaults, vaultType } from "./vaults";

const nameBody = z.object({ name: z.string(), type: z.literal(vaultType) });

const checkNameAvailability: ProviderOperation = {
  apiVersions: keyVaultVersions,
  action: "Microsoft.KeyVault/checkNameAvailability/read",
  handle({ body }, { store }) {
    const { name } = checkBody(nameBody, body);
    if (!vaults.name.pattern.test(name)) {
      const message = `The vault name '${name}' is invalid: 3 to 24 letters, digits and hyphens.`;
      return { status: 200, body: { nameAvailable: false, reason: "AccountNameInvalid", message } };
    }
    const taken = [...store.list(vaultType), ...store.list("Microsoft.KeyVault/deletedVaults")];
    if (!isVaultNameTaken(name, taken)) return { status: 200, body: { nameAvailable: true } };
    const message = `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`;
    return { status: 200, body: { nameAvailable: false, reason: "AlreadyExists", message } };
  },
};

export const keyVault: ResourceProvider = {
  namespace: "Microsoft.KeyVault",
  resourceTypes: [vaults, vaultSecrets],
  operations: {
    "POST Microsoft.KeyVault/checkNameAvailability": checkNameAvailability,
    "PUT Microsoft.KeyVault/vaults/accessPolicies": updateAccessPolicies,
    ...deletedVaultOperations,
  },
};
