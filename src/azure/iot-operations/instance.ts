import type { ExtendedLocation, ProvisioningState, TrackedResource } from "../arm-resource";

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
