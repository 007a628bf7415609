import type { ArmResource, TrackedResource } from "../arm-resource";
import { flag, needed, number, record, resourceReader, text } from "../http/wire-reader";

export const KEY_VAULT_API_VERSION = "2026-02-01";

export interface Vault extends TrackedResource {
  properties: {
    tenantId: string;
    vaultUri?: string;
    /** Absent or null: access-policy mode. */
    enableRbacAuthorization?: boolean | null;
    publicNetworkAccess?: string;
    networkAcls?: { bypass?: string; defaultAction?: string };
    enableSoftDelete?: boolean;
    softDeleteRetentionInDays?: number;
    provisioningState?: string;
  };
}

/** Times are unix seconds. */
export interface SecretAttributes {
  enabled?: boolean;
  /** Not valid before. */
  nbf?: number;
  /** Expires. */
  exp?: number;
  created?: number;
  updated?: number;
}

/** Metadata of a secret's latest version, as the ARM control plane shows it: never the value. */
export interface VaultSecret extends ArmResource {
  location?: string;
  tags?: Record<string, string>;
  properties: {
    contentType?: string;
    attributes?: SecretAttributes;
    secretUri?: string;
    secretUriWithVersion?: string;
  };
}

/** Body of the PUT that creates a secret or a new version of it. */
export interface VaultSecretBody {
  tags?: Record<string, string>;
  properties: {
    value: string;
    contentType?: string;
    attributes?: Pick<SecretAttributes, "enabled" | "nbf" | "exp">;
  };
}

/** Reads a vault of ARM. */
export const readVault = resourceReader<Vault>({
  tenantId: needed(text, ""),
  vaultUri: text,
  enableRbacAuthorization: flag,
  publicNetworkAccess: text,
  networkAcls: record({ bypass: text, defaultAction: text }),
  enableSoftDelete: flag,
  softDeleteRetentionInDays: number,
  provisioningState: text,
});

/** Reads a secret's metadata of ARM. */
export const readVaultSecret = resourceReader<VaultSecret>({
  contentType: text,
  attributes: record({ enabled: flag, nbf: number, exp: number, created: number, updated: number }),
  secretUri: text,
  secretUriWithVersion: text,
});
