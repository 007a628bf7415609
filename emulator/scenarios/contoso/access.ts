import { personaOf } from "../../entra/personas";
import { identityIds } from "../../providers/managed-identity/user-assigned-identities";
import type { StoredResource } from "../../store";
import {
  identityIds as ids,
  registryIds,
  subscriptionIds,
  vaultIds,
  type SiteKey,
} from "../contoso-names";
import { edgeSiteIds, pullingPrincipalOf } from "../seeds/edge-site-ids";
import type { Timeline } from "../seeds/resource";
import { roleAssignment } from "../seeds/role-assignment";
import { subscriptionAccess } from "../seeds/persona-access";
import { sites } from "./sites";

const vaultsOfOperator: (keyof typeof vaultIds)[] = [
  "gothenburg",
  "stuttgart",
  "lyon",
  "gdansk",
  "monterrey",
  "curitiba",
  "toronto",
  "detroit",
];

/** Who may do what: the personas, the identities that pull artifacts and those that sync secrets. */
export function access(timeline: Timeline): StoredResource[] {
  const all = Object.values(subscriptionIds);
  const operator = personaOf("operator").objectId;
  return [
    ...subscriptionAccess(timeline, {
      all,
      ofOperator: [subscriptionIds.europe, subscriptionIds.americas],
    }),
    // Austin's vault is left out: there the operator sees what is missing.
    ...vaultsOfOperator.map((site) =>
      roleAssignment(timeline, {
        role: "keyVaultContributor",
        principalId: operator,
        principalType: "User",
        scope: vaultIds[site],
      }),
    ),
    ...pullAccess(timeline),
    ...syncAccess(timeline),
  ];
}

/** Turin, Gdańsk, Austin and the labs lack the role that their endpoints need. */
function pullAccess(timeline: Timeline): StoredResource[] {
  const grant = (
    role: "acrPull" | "registryRepositoryReader",
    principalId: string,
    scope: string,
  ) => roleAssignment(timeline, { role, principalId, principalType: "ServicePrincipal", scope });
  const principal = (site: SiteKey) => pullingPrincipalOf(sites[site]);
  return [
    grant("acrPull", principal("gothenburg"), registryIds.edge),
    grant("acrPull", principal("stuttgart"), registryIds.edge),
    grant("acrPull", principal("lyon"), registryIds.edge),
    grant("acrPull", principal("lyon"), registryIds.noArmTokens),
    // AcrPull on a registry in ABAC mode is not honoured; Stuttgart has the role that is.
    grant("acrPull", principal("gothenburg"), registryIds.abac),
    grant("registryRepositoryReader", principal("stuttgart"), registryIds.abac),
    // Inherited from the resource group of the registry.
    grant(
      "acrPull",
      principal("monterrey"),
      `/subscriptions/${subscriptionIds.americas}/resourceGroups/rg-shared-americas`,
    ),
    grant("acrPull", principal("toronto"), registryIds.americas),
    grant("acrPull", identityIds(ids.pullEurope).principalId, registryIds.edge),
    grant("acrPull", identityIds(ids.pullEurope).principalId, registryIds.hashed),
  ];
}

function syncAccess(timeline: Timeline): StoredResource[] {
  return Object.values(sites).flatMap((site) => {
    if (!site.secureSettings) return [];
    const { principalId } = identityIds(edgeSiteIds(site).syncIdentity);
    const scope = site.secureSettings.vaultId;
    return (["keyVaultSecretsUser", "keyVaultReader"] as const).map((role) =>
      roleAssignment(timeline, { role, principalId, principalType: "ServicePrincipal", scope }),
    );
  });
}
