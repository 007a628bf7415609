import type { ArmResource, ExtendedLocation, Extensible, ProvisioningState } from "../arm-resource";
import { list, record, resourceReader, text, type Reader } from "../http/wire-reader";

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

/** Reads a registry endpoint of ARM or Resource Graph. */
export const readRegistryEndpoint = resourceReader<RegistryEndpoint>({
  host: text,
  authentication: orNamed(
    "method",
    record({
      method: text,
      anonymousSettings: record({}),
      artifactPullSecretSettings: record({ secretRef: text }),
      systemAssignedManagedIdentitySettings: record({ audience: text }),
      userAssignedManagedIdentitySettings: record({ clientId: text, tenantId: text, scope: text }),
    }),
  ),
  codeSigningCas: list(
    orNamed("type", record({ type: text, secretRef: text, configMapRef: text })),
  ),
  provisioningState: text,
  healthState: text,
});

/**
 * How an endpoint signs in, by its method: settings that Azure did not give are empty, and those of other
 * methods do not count. Undefined for a method that we do not know, or none.
 */
export function knownAuthentication({
  properties: { authentication },
}: RegistryEndpoint): RegistryEndpointAuthentication | undefined {
  const { method, ...settings } = (authentication ?? {}) as AnySettings;
  switch (method) {
    case "Anonymous":
      return { method, anonymousSettings: settings.anonymousSettings ?? {} };
    case "ArtifactPullSecret": {
      const { secretRef = "" } = settings.artifactPullSecretSettings ?? {};
      return { method, artifactPullSecretSettings: { secretRef } };
    }
    case "SystemAssignedManagedIdentity": {
      const { audience } = settings.systemAssignedManagedIdentitySettings ?? {};
      return { method, systemAssignedManagedIdentitySettings: { audience } };
    }
    case "UserAssignedManagedIdentity": {
      const {
        clientId = "",
        tenantId = "",
        scope,
      } = settings.userAssignedManagedIdentitySettings ?? {};
      return { method, userAssignedManagedIdentitySettings: { clientId, tenantId, scope } };
    }
    default:
      return undefined;
  }
}

interface AnySettings {
  method?: AuthenticationMethod;
  anonymousSettings?: Record<string, unknown>;
  artifactPullSecretSettings?: { secretRef?: string };
  systemAssignedManagedIdentitySettings?: { audience?: string };
  userAssignedManagedIdentitySettings?: { clientId?: string; tenantId?: string; scope?: string };
}

/** Something else than a record stands under the member that says what the record is. */
function orNamed(member: string, read: Reader): Reader {
  return (wire) => {
    const named = text(wire);
    return read(wire) ?? (named === undefined ? undefined : { [member]: named });
  };
}
