/** Who created and last changed a resource, and when (ISO 8601). Every member may be missing. */
export interface SystemData {
  createdBy?: string;
  createdByType?: string;
  createdAt?: string;
  lastModifiedBy?: string;
  lastModifiedByType?: string;
  lastModifiedAt?: string;
}

/** What every resource that Azure Resource Manager returns has in common. */
export interface ArmResource {
  id: string;
  name: string;
  type: string;
  systemData?: SystemData;
}

/** A resource with a location and tags. */
export interface TrackedResource extends ArmResource {
  location: string;
  tags?: Record<string, string>;
}

/** The custom location that a resource of an Arc-enabled cluster lives in. */
export interface ExtendedLocation {
  /** Resource id of the custom location. */
  name: string;
  type: string;
}

/** An enum that Azure may extend: the known values for completion, any string at run time. */
export type Extensible<Known extends string> = Known | (string & {});

/** `Succeeded`, `Failed` and `Canceled` are final; any other value means that an operation is under way. */
export type ProvisioningState = Extensible<
  "Succeeded" | "Failed" | "Canceled" | "Provisioning" | "Updating" | "Deleting" | "Accepted"
>;
