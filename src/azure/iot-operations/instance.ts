import type { ExtendedLocation, ProvisioningState, TrackedResource } from "../arm-resource";
import { each, record, resourceReader, text } from "../http/wire-reader";

export const INSTANCE_TYPE = "Microsoft.IoTOperations/instances";

/** An Azure IoT Operations instance. */
export interface Instance extends TrackedResource {
  extendedLocation?: ExtendedLocation;
  identity?: {
    type?: string;
    userAssignedIdentities?: Record<string, { clientId?: string; principalId?: string }>;
  };
  properties: {
    description?: string;
    /** For example `1.2.154`. */
    version?: string;
    provisioningState?: ProvisioningState;
    healthState?: string;
    /** Present once secure settings were enabled. */
    defaultSecretProviderClassRef?: { resourceId?: string };
  };
}

/** Reads an instance of ARM. */
export const readInstance = resourceReader<Instance>(
  {
    description: text,
    version: text,
    provisioningState: text,
    healthState: text,
    defaultSecretProviderClassRef: record({ resourceId: text }),
  },
  {
    identity: record({
      type: text,
      userAssignedIdentities: each(record({ clientId: text, principalId: text })),
    }),
  },
);
