import type { Extensible, TrackedResource } from "../arm-resource";
import { flag, record, resourceReader, text } from "../http/wire-reader";

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

/** Reads a registry of ARM or Resource Graph. */
export const readRegistry = resourceReader<Registry>(
  {
    loginServer: text,
    adminUserEnabled: flag,
    anonymousPullEnabled: flag,
    publicNetworkAccess: text,
    networkRuleSet: record({ defaultAction: text }),
    policies: record({ azureADAuthenticationAsArmPolicy: record({ status: text }) }),
    roleAssignmentMode: text,
    provisioningState: text,
  },
  { sku: record({ name: text, tier: text }) },
);
