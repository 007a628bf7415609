import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { OperationContext, ResourceType, Target } from "../../resource-manager/provider";
import type { ResourceStore, StoredResource } from "../../store";
import { extendedLocation as extendedLocationBody, invalidMember } from "../body-checks";
import { checkCustomLocation } from "../tracked-resource";
import { iotOperationsName, iotOperationsVersions } from "./contract";

/** How long the provider takes with what is below an instance, and how it is followed (final-state-via). */
const longRunningPut = {
  durationMs: 2_500,
  updateStatus: 200,
  states: { create: "Accepted", update: "Updating" },
  via: "azure-async-operation",
} as const;

/** What the resource types below an instance have in common: PUT replaces, there is no PATCH and no ETag. */
export function childOfInstance(
  type: string,
  prepare: NonNullable<ResourceType["put"]>["prepare"],
): ResourceType {
  return {
    type: `Microsoft.IoTOperations/instances/${type}`,
    apiVersions: iotOperationsVersions,
    name: iotOperationsName,
    get: true,
    list: { scopes: ["parent"], pageSize: 50 },
    put: { prepare, longRunning: longRunningPut },
    delete: { longRunning: { durationMs: 2_000, state: "Deleting", via: "location" } },
  };
}

/**
 * The edge location of a resource below an instance: that of the instance, which a body may leave out.
 *
 * @throws ArmError 400 for another one, 403 without the right to deploy there, 404 and 409 where there is
 * no instance, or one that is being deleted
 */
export function edgeLocation(
  asked: z.infer<typeof extendedLocationBody> | undefined,
  { id }: Pick<Target, "id">,
  existing: StoredResource | undefined,
  context: OperationContext,
): Record<string, unknown> | undefined {
  const instance = instanceOf(id, context.store);
  const customLocationId = String(instance.extendedLocation?.name);
  if (asked && asked.name.toLowerCase() !== customLocationId.toLowerCase()) {
    throw invalidMember(
      "extendedLocation.name",
      "INVALID_VALUE",
      `The extended location '${asked.name}' is not the one of the instance '${instance.name}', '${customLocationId}'.`,
    );
  }
  checkCustomLocation(asked?.name ?? customLocationId, existing, context);
  return asked ?? instance.extendedLocation;
}

function instanceOf(childId: string, store: ResourceStore): StoredResource {
  // /subscriptions/{}/resourceGroups/{}/providers/{}/instances/{}: eight segments behind the first slash.
  const id = childId.split("/").slice(0, 9).join("/");
  const instance = store.get(id);
  if (!instance)
    throw new ArmError(404, "ParentResourceNotFound", `Instance '${id}' was not found.`);
  if (instance.properties.provisioningState === "Deleting") {
    throw new ArmError(
      409,
      "Conflict",
      `The instance '${instance.name}' is being deleted. No resource can be written below it.`,
      { target: instance.id },
    );
  }
  return instance;
}
