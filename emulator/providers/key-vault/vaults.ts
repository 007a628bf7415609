import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type {
  DeleteOperation,
  OperationContext,
  PatchOperation,
  PutOperation,
  ResourceType,
} from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody, guid, invalidMember, location, optional, readOnly, tags } from "../body-checks";
import { checkLocationUnchanged } from "../tracked-resource";
import { accessPolicies } from "./access-policies";
import { keyVaultVersions } from "./contract";
import { deletedVaultOf, recoverVault, softDelete } from "./deleted-vaults";

export const vaultType = "Microsoft.KeyVault/vaults";

const flag = optional(z.boolean());

const networkAcls = z.strictObject({
  bypass: optional(z.enum(["AzureServices", "None"])),
  defaultAction: optional(z.enum(["Allow", "Deny"])),
  ipRules: optional(z.array(z.strictObject({ value: z.string() }))),
  virtualNetworkRules: optional(
    z.array(
      z.strictObject({ id: z.string(), ignoreMissingVnetServiceEndpoint: optional(z.boolean()) }),
    ),
  ),
});

const properties = {
  tenantId: guid,
  sku: z.strictObject({ family: z.literal("A"), name: z.enum(["standard", "premium"]) }),
  accessPolicies: optional(accessPolicies),
  vaultUri: readOnly,
  enabledForDeployment: flag,
  enabledForDiskEncryption: flag,
  enabledForTemplateDeployment: flag,
  enableSoftDelete: flag,
  softDeleteRetentionInDays: optional(z.int().min(7).max(90)),
  enableRbacAuthorization: flag,
  enablePurgeProtection: flag,
  createMode: optional(z.enum(["default", "recover"])),
  networkAcls: optional(networkAcls),
  publicNetworkAccess: optional(z.string()),
  hsmPoolResourceId: readOnly,
  provisioningState: readOnly,
  privateEndpointConnections: readOnly,
};

const vaultBody = z.object({
  location,
  tags: optional(tags),
  properties: z.strictObject(properties),
});
const vaultPatch = z.object({
  tags: optional(tags),
  properties: optional(z.strictObject({ ...properties, createMode: readOnly }).partial()),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(vaultBody, body);
  checkLocationUnchanged(asked.location, target, existing);
  const { createMode = "default", ...wanted } = asked.properties;
  const deleted = deletedVaultOf(target, asked.location, context.store);
  if (createMode === "recover" && !existing) return recoverVault(deleted, target, context);
  if (!existing) checkNameFree(target.name, deleted, context);
  // Access policies are required unless roles decide instead.
  if (!wanted.accessPolicies && !wanted.enableRbacAuthorization) {
    const message = "The parameter accessPolicies is not specified.";
    throw invalidMember("properties.accessPolicies", "OBJECT_MISSING_REQUIRED_PROPERTY", message);
  }
  checkPolicies(wanted.accessPolicies, wanted.tenantId);
  return {
    location: asked.location,
    ...(asked.tags ? { tags: asked.tags } : {}),
    properties: {
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      accessPolicies: [],
      publicNetworkAccess: "Enabled",
      ...wanted,
      vaultUri: `https://${target.name.toLowerCase()}.vault.azure.net/`,
    },
  };
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing) => {
  const asked = checkBody(vaultPatch, body);
  const wanted = asked.properties ?? {};
  const { enablePurgeProtection, tenantId } = existing.properties;
  if (enablePurgeProtection === true && wanted.enablePurgeProtection === false) {
    const message =
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.';
    throw new ArmError(400, "BadRequest", message);
  }
  checkPolicies(wanted.accessPolicies, wanted.tenantId ?? String(tenantId));
  return {
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    properties: { ...existing.properties, ...wanted },
  };
};

/** All identities of the policies are of the vault's tenant, and each is named once. */
function checkPolicies(policies: z.infer<typeof accessPolicies> = [], tenantId: string): void {
  const seen = new Set<string>();
  policies.forEach((policy, index) => {
    const target = `properties.accessPolicies[${index}]`;
    if (policy.tenantId.toLowerCase() !== tenantId.toLowerCase()) {
      const message = `The tenant '${policy.tenantId}' of the access policy is not the vault's.`;
      throw invalidMember(`${target}.tenantId`, "INVALID_VALUE", message);
    }
    const key = `${policy.objectId} ${policy.applicationId}`.toLowerCase();
    if (seen.has(key)) {
      const message = `The object id '${policy.objectId}' has more than one access policy.`;
      throw invalidMember(`${target}.objectId`, "ARRAY_UNIQUE", message);
    }
    seen.add(key);
  });
}

/** Names are unique in all of Azure, those of deleted vaults included. */
function checkNameFree(
  name: string,
  deleted: StoredResource | undefined,
  { store }: OperationContext,
): void {
  if (deleted) {
    const message =
      "A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.";
    throw new ArmError(409, "ConflictError", message);
  }
  if (!isVaultNameTaken(name, store.list(vaultType))) return;
  const message = `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`;
  throw new ArmError(409, "VaultAlreadyExists", message);
}

export function isVaultNameTaken(name: string, vaults: readonly StoredResource[]): boolean {
  return vaults.some((vault) => vault.name.toLowerCase() === name.toLowerCase());
}

const onDelete: DeleteOperation["onDelete"] = (vault, context) => softDelete(vault, context);

/** Vaults: a new one registers its name for a while; a deleted one can be recovered or purged. */
export const vaults: ResourceType = {
  type: vaultType,
  apiVersions: keyVaultVersions,
  name: { pattern: /^[a-zA-Z0-9-]{3,24}$/, minLength: 3, maxLength: 24 },
  get: true,
  list: { scopes: ["subscription", "resourceGroup"], pageSize: 50, topParameter: "$top" },
  put: {
    prepare,
    longRunning: {
      durationMs: 2_000,
      updateStatus: 200,
      states: { create: "RegisteringDns", update: "Succeeded" },
      via: "resource",
    },
  },
  patch: { prepare: preparePatch },
  delete: { onDelete },
};
