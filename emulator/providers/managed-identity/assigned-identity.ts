import { z } from "zod";
import { CONTOSO_TENANT_ID } from "../../entra/personas";
import type { OperationContext } from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { invalidMember, optional, readOnly } from "../body-checks";
import { guidOf } from "../deterministic-guid";

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
  resourceId: string,
): Record<string, unknown> {
  const ids = Object.keys(asked.userAssignedIdentities ?? {});
  const own = asked.type.includes("SystemAssigned")
    ? {
        principalId: guidOf(`principal of ${resourceId.toLowerCase()}`),
        tenantId: CONTOSO_TENANT_ID,
      }
    : {};
  if (!asked.type.includes("UserAssigned")) return { type: asked.type, ...own };
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
  return {
    type: asked.type,
    ...own,
    userAssignedIdentities: Object.fromEntries(entries) as unknown,
  };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
