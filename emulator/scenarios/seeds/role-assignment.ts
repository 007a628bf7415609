import { personaOf } from "../../entra/personas";
import { roleIds } from "../../providers/authorization/role-definition";
import { guidOf } from "../../providers/deterministic-guid";
import type { StoredResource } from "../../store";
import { daysAgo, type Timeline } from "./resource";

interface Assignment {
  role: keyof typeof roleIds;
  principalId: string;
  principalType: "User" | "ServicePrincipal";
  /** Id of a subscription, resource group or resource. */
  scope: string;
}

/** A role assignment, made by the platform administrator some months ago. */
export function roleAssignment(
  timeline: Timeline,
  { role, principalId, principalType, scope }: Assignment,
): StoredResource {
  const name = guidOf(`${scope.toLowerCase()} ${principalId} ${roleIds[role]}`);
  const [, , subscriptionId = ""] = scope.split("/");
  const time = daysAgo(timeline, 210);
  const administrator = personaOf("admin").objectId;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleIds[role]}`,
      principalId,
      principalType,
      scope,
      createdOn: time,
      updatedOn: time,
      createdBy: administrator,
      updatedBy: administrator,
    },
  };
}
