import type { TrackedResource } from "../arm-resource";

export const EXTENDED_LOCATION_API_VERSION = "2021-08-15";

export interface CustomLocation extends TrackedResource {
  properties: {
    /** Resource id of the Arc-enabled cluster. */
    hostResourceId?: string;
    /** Kubernetes namespace, for example `azure-iot-operations`. */
    namespace?: string;
    clusterExtensionIds?: string[];
    displayName?: string;
    provisioningState?: string;
  };
}
