import { ArmError } from "../resource-manager/arm-error";
import type { OperationContext, Target } from "../resource-manager/provider";
import type { StoredResource } from "../store";
import { invalidMember, refuseChange } from "./body-checks";

/** Refuses to move an existing resource to another region: ARM's 409 `InvalidResourceLocation`. */
export function checkLocationUnchanged(
  location: string,
  target: Target,
  existing: StoredResource | undefined,
): void {
  if (!existing?.location || existing.location === location) return;
  throw new ArmError(
    409,
    "InvalidResourceLocation",
    `The resource '${target.name}' already exists in location '${existing.location}' in resource group ` +
      `'${target.resourceGroup ?? ""}'. A resource with the same name cannot be created in location ` +
      `'${location}'. Please select a new resource name.`,
  );
}

/**
 * Checks that the caller may place a resource in a custom location, that the location exists and
 * that an existing resource stays where it is (`extendedLocation` is read and create only).
 *
 * @throws ArmError 403 `LinkedAuthorizationFailed`: a write into a custom location also needs
 * `Microsoft.ExtendedLocation/customLocations/deploy/action` on it.
 */
export function checkCustomLocation(
  customLocationId: string,
  existing: StoredResource | undefined,
  context: OperationContext,
): void {
  if (existing?.extendedLocation) {
    refuseChange("extendedLocation.name", existing.extendedLocation.name, customLocationId);
  }
  context.require(
    "Microsoft.ExtendedLocation/customLocations/deploy/action",
    customLocationId,
    "LinkedAuthorizationFailed",
  );
  if (context.store.get(customLocationId)?.type !== "Microsoft.ExtendedLocation/customLocations") {
    const message = `The custom location '${customLocationId}' was not found.`;
    throw invalidMember("extendedLocation.name", "ExtendedLocationNotFound", message);
  }
}
