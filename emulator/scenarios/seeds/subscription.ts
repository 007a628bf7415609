import { CONTOSO_TENANT_ID } from "../../entra/personas";
import { roleDefinitions } from "../../providers/authorization/role-definitions";
import type { StoredResource } from "../../store";

/** A subscription with its role definitions, of Contoso's tenant unless another is given. */
export function subscription(
  id: string,
  displayName: string,
  tenantId: string = CONTOSO_TENANT_ID,
): StoredResource[] {
  return [
    {
      id: `/subscriptions/${id}`,
      name: displayName,
      type: "Microsoft.Resources/subscriptions",
      properties: {
        subscriptionId: id,
        displayName,
        tenantId,
        state: "Enabled",
        authorizationSource: "RoleBased",
        managedByTenants: [],
        subscriptionPolicies: {
          locationPlacementId: "Public_2014-09-01",
          quotaId: "EnterpriseAgreement_2014-09-01",
          spendingLimit: "Off",
        },
      },
    },
    ...roleDefinitions.map(({ name, roleName, description, type, permissions }) => ({
      id: `/subscriptions/${id}/providers/Microsoft.Authorization/roleDefinitions/${name}`,
      name,
      type: "Microsoft.Authorization/roleDefinitions",
      properties: {
        roleName,
        description,
        type,
        permissions,
        assignableScopes: [type === "CustomRole" ? `/subscriptions/${id}` : "/"],
      },
    })),
  ];
}

export function resourceGroup(
  subscriptionId: string,
  name: string,
  location: string,
  tags?: Record<string, string>,
): StoredResource {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: "Microsoft.Resources/resourceGroups",
    location,
    ...(tags ? { tags } : {}),
    properties: { provisioningState: "Succeeded" },
  };
}
