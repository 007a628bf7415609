import { personaOf, type PersonaKey } from "../../entra/personas";
import type { roleIds } from "../../providers/authorization/role-definition";
import type { StoredResource } from "../../store";
import type { Timeline } from "./resource";
import { roleAssignment } from "./role-assignment";

/** The operator's roles on a subscription: Azure IoT Operations Administrator and what it needs beside. */
const operatorRoles = [
  "iotOperationsAdministrator",
  "siteCompanion",
  "secretsStoreExtensionOwner",
  "kubernetesExtensionContributor",
  "managedIdentityContributor",
  "arcClusterUser",
] as const;

/**
 * The personas' roles on subscriptions: Owner, Reader, Secrets Officer with Reader on all of them,
 * the operator's on some. The guest has none.
 */
export function subscriptionAccess(
  timeline: Timeline,
  { all, ofOperator }: { all: readonly string[]; ofOperator: readonly string[] },
): StoredResource[] {
  const grant = (key: PersonaKey, role: keyof typeof roleIds, subscriptionId: string) =>
    roleAssignment(timeline, {
      role,
      principalId: personaOf(key).objectId,
      principalType: "User",
      scope: `/subscriptions/${subscriptionId}`,
    });
  return [
    ...all.flatMap((id) => [
      grant("admin", "owner", id),
      grant("secrets", "keyVaultSecretsOfficer", id),
      grant("secrets", "reader", id),
      grant("reader", "reader", id),
    ]),
    ...ofOperator.flatMap((id) => operatorRoles.map((role) => grant("operator", role, id))),
  ];
}
