import { z } from "zod";
import type { OperationContext } from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { invalidMember, optional, readOnly } from "../body-checks";

/** `identity` of a resource (common types ManagedServiceIdentity): the client sends ids, Azure fills in the rest. */
export const managedServiceIdentity = z.strictObject({
  type: z.enum(["None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"]),
  userAssignedIdentities: optional(
    z.record(z.string(), z.record(z.string(), z.unknown()).nullable()),
  ),
  principalId: readOnly,
  tenantId: readOnly,
});

/**
 * What is stored for the `identity` of a request: each user-assigned identity with its principal and
 * client id.
 *
 * @throws ArmError 400 when an identity does not exist; 403 `LinkedAuthorizationFailed` when the
 * caller may not assign one that is new on the resource.
 */
export function assignedIdentity(
  asked: z.infer<typeof managedServiceIdentity>,
  existing: StoredResource | undefined,
  context: OperationContext,
): Record<string, unknown> {
  const ids = Object.keys(asked.userAssignedIdentities ?? {});
  if (!asked.type.includes("UserAssigned")) return { type: asked.type };
  const before = Object.keys(existing?.identity?.userAssignedIdentities ?? {}).map(lowerCase);
  const entries = ids.map((id) => {
    if (!before.includes(id.toLowerCase())) {
      const action = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
      context.require(action, id, "LinkedAuthorizationFailed");
    }
    const identity = context.store.get(id);
    if (!identity) {
      const message = `The user-assigned identity '${id}' was not found.`;
      throw invalidMember("identity.userAssignedIdentities", "FailedIdentityOperation", message);
    }
    const { principalId, clientId } = identity.properties;
    return [id, { principalId, clientId }];
  });
  return { type: asked.type, userAssignedIdentities: Object.fromEntries(entries) as unknown };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
