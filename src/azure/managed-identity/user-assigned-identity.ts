import type { TrackedResource } from "../arm-resource";
import { resourceReader, text } from "../http/wire-reader";

export const MANAGED_IDENTITY_API_VERSION = "2024-11-30";
export const USER_ASSIGNED_IDENTITY_TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

export interface UserAssignedIdentity extends TrackedResource {
  properties: { tenantId?: string; principalId?: string; clientId?: string };
}

/** Reads an identity of ARM. */
export const readIdentity = resourceReader<UserAssignedIdentity>({
  tenantId: text,
  principalId: text,
  clientId: text,
});
