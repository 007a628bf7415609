import { ArmError } from "../../resource-manager/arm-error";
import type { ProviderOperation } from "../../resource-manager/provider";
import { CONTOSO_TENANT_ID } from "../../entra/personas";
import { guidOf } from "../deterministic-guid";
import { managedIdentityVersions } from "./contract";

/** `GET {resource}/providers/Microsoft.ManagedIdentity/identities/default`: the identity that a resource is. */
export const systemAssignedIdentity: ProviderOperation = {
  apiVersions: managedIdentityVersions,
  action: "Microsoft.ManagedIdentity/identities/read",
  handle({ scope }, { store }) {
    const resourceId = scope.slice(0, scope.toLowerCase().lastIndexOf("/providers/"));
    const { id, location, identity } = store.get(resourceId) ?? {};
    if (id === undefined || typeof identity?.principalId !== "string") {
      const message = `The resource '${resourceId}' has no system-assigned identity.`;
      throw new ArmError(404, "ResourceNotFound", message);
    }
    const { principalId, tenantId = CONTOSO_TENANT_ID } = identity;
    return {
      status: 200,
      body: {
        id: `${id}/providers/Microsoft.ManagedIdentity/identities/default`,
        name: "default",
        type: "Microsoft.ManagedIdentity/identities",
        location: location ?? "global",
        properties: {
          tenantId,
          principalId,
          clientId: guidOf(`client of ${principalId}`),
        },
      },
    };
  },
};
