import { CONTOSO_TENANT_ID } from "../../entra/personas";
import type { StoredResource } from "../../store";
import { madeBy, type Maker, type Timeline } from "./resource";

/** A registry endpoint of a scenario. */
export interface EndpointSeed {
  name: string;
  host: string;
  authentication: Record<string, unknown>;
  codeSigningCas?: Record<string, string>[];
  /** Default `Succeeded`. */
  state?: string;
  by?: Maker;
  /** Days ago it was created, and last changed. */
  created?: number;
  modified?: number;
}

export const anonymous = { method: "Anonymous", anonymousSettings: {} };

export const pullSecret = (secretRef: string) => ({
  method: "ArtifactPullSecret",
  artifactPullSecretSettings: { secretRef },
});

export const systemIdentity = (audience?: string) => ({
  method: "SystemAssignedManagedIdentity",
  systemAssignedManagedIdentitySettings: audience === undefined ? {} : { audience },
});

export const userIdentity = (clientId: string, scope?: string) => ({
  method: "UserAssignedManagedIdentity",
  userAssignedManagedIdentitySettings: {
    clientId,
    tenantId: CONTOSO_TENANT_ID,
    ...(scope === undefined ? {} : { scope }),
  },
});

/** The endpoint that every installation since 1.2 comes with: built-in graph transforms pull through it. */
export const defaultEndpoint: EndpointSeed = {
  name: "default",
  host: "mcr.microsoft.com",
  authentication: anonymous,
  by: "pipeline",
  created: 200,
};

/** The endpoint as a resource below `instance`. */
export function registryEndpoint(
  timeline: Timeline,
  instance: StoredResource,
  seed: EndpointSeed,
): StoredResource {
  const created = seed.created ?? 60;
  return {
    id: `${instance.id}/registryEndpoints/${seed.name}`,
    name: seed.name,
    type: "Microsoft.IoTOperations/instances/registryEndpoints",
    extendedLocation: instance.extendedLocation,
    systemData: madeBy(timeline, seed.by ?? "ingrid", created, seed.modified),
    properties: {
      host: seed.host,
      authentication: seed.authentication,
      ...(seed.codeSigningCas ? { codeSigningCas: seed.codeSigningCas } : {}),
      provisioningState: seed.state ?? "Succeeded",
      healthState: "Unknown",
    },
  };
}
