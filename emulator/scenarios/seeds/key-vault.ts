import { CONTOSO_TENANT_ID } from "../../entra/personas";
import { secretVersionUri } from "../../providers/key-vault/secrets";
import type { StoredResource } from "../../store";
import { madeBy, placeOf, secondsIn, type Timeline } from "./resource";

/** A secret of a scenario: metadata only, since no value can ever be read back. */
export interface SecretSeed {
  name: string;
  contentType?: string;
  isDisabled?: boolean;
  /** Days from the start until it becomes active (negative: days since). */
  activeIn?: number;
  /** Days from the start until it expires (negative: days since). */
  expiresIn?: number;
  /** Days ago the current version was written. */
  updated?: number;
  tags?: Record<string, string>;
}

export interface VaultSeed {
  id: string;
  location: string;
  /** How the vault decides on data actions; management actions are always decided by role assignments. */
  mode: "rbac" | "accessPolicy";
  publicNetworkAccess?: string;
  networkDefault?: "Allow" | "Deny";
  /** Object ids that may get and list secrets, in access-policy mode. */
  readers?: string[];
  secrets: SecretSeed[];
}

/** A vault and its secrets. */
export function keyVault(timeline: Timeline, seed: VaultSeed): StoredResource[] {
  const { name } = placeOf(seed.id);
  const vault: StoredResource = {
    id: seed.id,
    name,
    type: "Microsoft.KeyVault/vaults",
    location: seed.location,
    tags: { workload: "azure-iot-operations" },
    systemData: madeBy(timeline, "ada", 220, 90),
    properties: {
      tenantId: CONTOSO_TENANT_ID,
      sku: { family: "A", name: "standard" },
      vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
      // Access-policy vaults made before RBAC was the default do not have the member at all.
      ...(seed.mode === "rbac" ? { enableRbacAuthorization: true } : {}),
      accessPolicies: (seed.readers ?? []).map((objectId) => ({
        tenantId: CONTOSO_TENANT_ID,
        objectId,
        permissions: { secrets: ["get", "list"] },
      })),
      publicNetworkAccess: seed.publicNetworkAccess ?? "Enabled",
      networkAcls: {
        bypass: "AzureServices",
        defaultAction: seed.networkDefault ?? "Allow",
        ipRules: [],
        virtualNetworkRules: [],
      },
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      provisioningState: "Succeeded",
    },
  };
  return [vault, ...seed.secrets.map((secret) => vaultSecret(timeline, vault, secret))];
}

function vaultSecret(timeline: Timeline, vault: StoredResource, seed: SecretSeed): StoredResource {
  const secretUri = `${String(vault.properties.vaultUri)}secrets/${seed.name}`;
  const updated = seed.updated ?? 40;
  return {
    id: `${vault.id}/secrets/${seed.name}`,
    name: seed.name,
    type: "Microsoft.KeyVault/vaults/secrets",
    location: vault.location,
    ...(seed.tags ? { tags: seed.tags } : {}),
    systemData: madeBy(timeline, "ingrid", updated),
    properties: {
      ...(seed.contentType === undefined ? {} : { contentType: seed.contentType }),
      attributes: {
        enabled: !seed.isDisabled,
        ...(seed.activeIn === undefined ? {} : { nbf: secondsIn(timeline, seed.activeIn) }),
        ...(seed.expiresIn === undefined ? {} : { exp: secondsIn(timeline, seed.expiresIn) }),
        created: secondsIn(timeline, -updated),
        updated: secondsIn(timeline, -updated),
      },
      secretUri,
      secretUriWithVersion: secretVersionUri(secretUri),
    },
  };
}
