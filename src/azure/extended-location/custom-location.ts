import type { TrackedResource } from "../arm-resource";
import { list, resourceReader, text } from "../http/wire-reader";

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

/** Reads a custom location of ARM. */
export const readCustomLocation = resourceReader<CustomLocation>({
  hostResourceId: text,
  namespace: text,
  clusterExtensionIds: list(text),
  displayName: text,
  provisioningState: text,
});
