import { FABRIKAM_TENANT_ID, personaOf } from "../../entra/personas";
import type { StoredResource } from "../../store";
import { fabrikam as names } from "../contoso-names";
import { edgeSite } from "../seeds/edge-site";
import { placeOf, type Timeline } from "../seeds/resource";
import { roleAssignment } from "../seeds/role-assignment";
import { resourceGroup, subscription } from "../seeds/subscription";

/** The guest's own company: one subscription of another tenant with one site, which nobody of Contoso sees. */
export function fabrikam(timeline: Timeline): StoredResource[] {
  const { subscriptionId, subscriptionName, instanceId } = names;
  return [
    ...subscription(subscriptionId, subscriptionName, FABRIKAM_TENANT_ID),
    resourceGroup(subscriptionId, placeOf(instanceId).resourceGroup, "westeurope"),
    ...edgeSite(timeline, {
      instanceId,
      location: "westeurope",
      tags: { site: "Fabrikam Robot Cell" },
      customLocation: "cl-fabrikam-cell",
      version: "1.2.189",
      hasDefaultEndpoint: true,
    }),
    roleAssignment(timeline, {
      role: "owner",
      principalId: personaOf("guest").objectId,
      principalType: "User",
      scope: `/subscriptions/${subscriptionId}`,
    }),
  ];
}
