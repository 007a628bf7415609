import { z } from "zod";
import { personas } from "../../entra/personas";
import { ArmError } from "../../resource-manager/arm-error";
import type { PutOperation, ResourceType } from "../../resource-manager/provider";
import type { ResourceStore } from "../../store";
import { assignmentsFor, readAssignmentFilter } from "./assignment-filter";
import { checkBody, guid, optional, readOnly } from "../body-checks";
import { authorizationVersions, guidName } from "./contract";
import { storedRoleDefinition } from "./custom-roles";

const roleAssignmentType = "Microsoft.Authorization/roleAssignments";

const assignmentBody = z.object({
  properties: z.strictObject({
    roleDefinitionId: z.string().min(1),
    principalId: guid,
    principalType: optional(
      z.enum([
        "User",
        "Group",
        "ServicePrincipal",
        "ForeignGroup",
        "Device",
        "AgentUser",
        "AgentServicePrincipal",
      ]),
    ),
    description: optional(z.string()),
    condition: optional(z.string()),
    conditionVersion: optional(z.literal("2.0")),
    delegatedManagedIdentityResourceId: optional(z.string()),
    scope: readOnly,
    createdOn: readOnly,
    updatedOn: readOnly,
    createdBy: readOnly,
    updatedBy: readOnly,
  }),
});

const prepare: PutOperation["prepare"] = (body, target, existing, { store, clock, caller }) => {
  const { properties } = checkBody(assignmentBody, body);
  const definition = storedRoleDefinition(properties.roleDefinitionId, store);
  if (!definition) {
    const message = `The specified role definition with ID '${lastSegment(properties.roleDefinitionId)}' does not exist.`;
    throw new ArmError(400, "RoleDefinitionDoesNotExist", message);
  }
  // With a principalType Azure does not look the principal up in the directory.
  if (!properties.principalType && !isKnownPrincipal(properties.principalId, store)) {
    const message = `Principal ${properties.principalId.replaceAll("-", "")} does not exist in the directory.`;
    throw new ArmError(400, "PrincipalNotFound", message);
  }
  const scope = scopeOfAssignment(target.id);
  const before = existing?.properties;
  if (
    before &&
    (before.principalId !== properties.principalId || roleOf(before) !== roleOf(properties))
  ) {
    const message =
      "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.";
    throw new ArmError(400, "RoleAssignmentUpdateNotPermitted", message);
  }
  const same = store
    .list(roleAssignmentType, scope === "/" ? undefined : scope)
    .find(
      (other) =>
        other.id.toLowerCase() !== target.id.toLowerCase() &&
        scopeOfAssignment(other.id).toLowerCase() === scope.toLowerCase() &&
        other.properties.principalId === properties.principalId &&
        roleOf(other.properties) === roleOf(properties),
    );
  if (same) {
    const message = `The role assignment already exists. The ID of the existing role assignment is ${same.name.replaceAll("-", "")}.`;
    throw new ArmError(409, "RoleAssignmentExists", message);
  }
  return {
    properties: {
      ...properties,
      principalType: properties.principalType ?? "User",
      scope,
      createdOn: before?.createdOn ?? clock.iso(),
      createdBy: before?.createdBy ?? caller.objectId,
      updatedOn: clock.iso(),
      updatedBy: caller.objectId,
    },
  };
};

/** The scope that a role assignment id stands on: what precedes `/providers/Microsoft.Authorization`. */
export function scopeOfAssignment(id: string): string {
  const end = id.toLowerCase().lastIndexOf("/providers/microsoft.authorization/");
  return end <= 0 ? "/" : id.slice(0, end);
}

function isKnownPrincipal(principalId: string, store: ResourceStore): boolean {
  if (personas.some((persona) => [persona.objectId, persona.clientId].includes(principalId)))
    return true;
  for (const { identity, properties } of store.all()) {
    if (identity?.principalId === principalId) return true;
    if (properties.principalId === principalId && "clientId" in properties) return true;
  }
  return false;
}

/** The role's GUID; what precedes it in the id does not matter. */
function roleOf({ roleDefinitionId }: Record<string, unknown>): string {
  return lastSegment(String(roleDefinitionId)).toLowerCase();
}

function lastSegment(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/** Role assignments. A list at a scope also holds what is inherited from above it and what is below it. */
export const roleAssignments: ResourceType = {
  type: roleAssignmentType,
  apiVersions: authorizationVersions,
  name: guidName,
  get: true,
  list: {
    scopes: ["subscription", "resourceGroup", "parent"],
    pageSize: 100,
    select: (scope, filter, { store }) =>
      assignmentsFor(scope, readAssignmentFilter(filter), store.list(roleAssignmentType)),
  },
  put: { prepare },
  delete: { hasBody: true },
};
