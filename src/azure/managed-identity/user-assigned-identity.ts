import type { TrackedResource } from "../arm-resource";

export const MANAGED_IDENTITY_API_VERSION = "2024-11-30";
export const USER_ASSIGNED_IDENTITY_TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

export interface UserAssignedIdentity extends TrackedResource {
  properties: { tenantId?: string; principalId?: string; clientId?: string };
}
