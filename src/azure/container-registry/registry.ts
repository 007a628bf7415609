import type { Extensible, TrackedResource } from "../arm-resource";

export const CONTAINER_REGISTRY_API_VERSION = "2025-11-01";
export const REGISTRY_TYPE = "Microsoft.ContainerRegistry/registries";

/** An Azure Container Registry. */
export interface Registry extends TrackedResource {
  sku?: { name?: string; tier?: string };
  properties: {
    /** Never derived from the name: it may carry a hash. */
    loginServer?: string;
    adminUserEnabled?: boolean;
    anonymousPullEnabled?: boolean;
    publicNetworkAccess?: Extensible<"Enabled" | "Disabled">;
    networkRuleSet?: { defaultAction?: Extensible<"Allow" | "Deny"> };
    policies?: {
      azureADAuthenticationAsArmPolicy?: { status?: Extensible<"enabled" | "disabled"> };
    };
    roleAssignmentMode?: Extensible<"AbacRepositoryPermissions" | "LegacyRegistryPermissions">;
    provisioningState?: string;
  };
}
