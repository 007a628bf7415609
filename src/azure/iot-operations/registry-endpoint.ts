import type { ArmResource, ExtendedLocation, Extensible, ProvisioningState } from "../arm-resource";

/** Microsoft.IoTOperations, stable; registryEndpoints have the same shape since 2025-10-01. */
export const IOT_OPERATIONS_API_VERSION = "2026-07-01";
export const REGISTRY_ENDPOINT_TYPE = "Microsoft.IoTOperations/instances/registryEndpoints";

export type AuthenticationMethod =
  | "Anonymous"
  | "ArtifactPullSecret"
  | "SystemAssignedManagedIdentity"
  | "UserAssignedManagedIdentity";

export type RegistryEndpointAuthentication =
  | { method: "Anonymous"; anonymousSettings: Record<string, unknown> }
  | { method: "ArtifactPullSecret"; artifactPullSecretSettings: { secretRef: string } }
  | {
      method: "SystemAssignedManagedIdentity";
      systemAssignedManagedIdentitySettings: { audience?: string };
    }
  | {
      method: "UserAssignedManagedIdentity";
      userAssignedManagedIdentitySettings: { clientId: string; tenantId: string; scope?: string };
    };

/** A key that artifacts must be signed with, held by the cluster. */
export type CodeSigningCa =
  { type: "Secret"; secretRef: string } | { type: "ConfigMap"; configMapRef: string };

/** The body of a registry endpoint PUT. `extendedLocation` is read and create only. */
export interface RegistryEndpointBody {
  extendedLocation: ExtendedLocation;
  properties: {
    host: string;
    authentication: RegistryEndpointAuthentication;
    codeSigningCas?: CodeSigningCa[];
  };
}

/** A registry endpoint as read from ARM or Resource Graph: the method may be one we do not know yet. */
export interface RegistryEndpoint extends ArmResource {
  extendedLocation?: ExtendedLocation;
  properties: {
    host?: string;
    authentication?: RegistryEndpointAuthentication | { method?: Extensible<AuthenticationMethod> };
    codeSigningCas?: CodeSigningCa[] | null;
    provisioningState?: ProvisioningState;
    healthState?: string;
  };
}
