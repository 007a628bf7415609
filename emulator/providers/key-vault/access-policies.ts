import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { ProviderOperation } from "../../resource-manager/provider";
import { resourceNotFound } from "../../resource-manager/refusals";
import { checkBody, guid, optional } from "../body-checks";
import { keyVaultVersions } from "./contract";

const permissions = optional(z.array(z.string()));

/** Access policies of a vault: at most 1,024 identities. */
export const accessPolicies = z
  .array(
    z.strictObject({
      tenantId: guid,
      objectId: z.string(),
      applicationId: optional(guid),
      permissions: z.strictObject({
        keys: permissions,
        secrets: permissions,
        certificates: permissions,
        storage: permissions,
      }),
    }),
  )
  .max(1_024);

const policiesBody = z.object({ properties: z.object({ accessPolicies }) });

/** `PUT …/vaults/{vault}/accessPolicies/{add|replace|remove}`: changes the policies of the identities that are named. */
export const updateAccessPolicies: ProviderOperation = {
  apiVersions: keyVaultVersions,
  action: "Microsoft.KeyVault/vaults/accessPolicies/write",
  handle({ scope, names: [vaultName = "", kind = ""], body }, { store }) {
    const vaultId = scope.split("/").slice(0, -2).join("/");
    const vault = store.get(vaultId);
    if (!vault) {
      const [, , , , group] = vaultId.split("/");
      throw resourceNotFound(`Microsoft.KeyVault/vaults/${vaultName}`, group);
    }
    const folded = kind.toLowerCase();
    // An object has members that nobody wrote into it.
    const merge = Object.hasOwn(mergeKinds, folded) ? mergeKinds[folded] : undefined;
    if (!merge) {
      const message = `The access policy operation '${kind}' is not supported: add, replace or remove.`;
      throw new ArmError(400, "BadRequest", message);
    }
    const asked = checkBody(policiesBody, body).properties.accessPolicies;
    const before = vault.properties.accessPolicies as Policy[];
    const policies = merge(before, asked);
    store.put({ ...vault, properties: { ...vault.properties, accessPolicies: policies } });
    return {
      status: 200,
      body: {
        id: `${vault.id}/accessPolicies/`,
        type: "Microsoft.KeyVault/vaults/accessPolicies",
        location: vault.location,
        properties: { accessPolicies: policies },
      },
    };
  },
};

type Policy = z.infer<typeof accessPolicies>[number];

const keyOf = ({ objectId, applicationId }: Policy) =>
  `${objectId} ${applicationId ?? ""}`.toLowerCase();
const without = (policies: Policy[], others: Policy[]) => {
  const keys = new Set(others.map(keyOf));
  return policies.filter((policy) => !keys.has(keyOf(policy)));
};

const mergeKinds: Record<string, ((before: Policy[], asked: Policy[]) => Policy[]) | undefined> = {
  add: (before, asked) => [
    ...without(before, asked),
    ...asked.map((policy) => withGranted(policy, before)),
  ],
  replace: (before, asked) => [...without(before, asked), ...asked],
  remove: without,
};

/** `add` keeps what the identity had. */
function withGranted(policy: Policy, before: Policy[]): Policy {
  const had = before.find((other) => keyOf(other) === keyOf(policy));
  if (!had) return policy;
  const granted = Object.entries({ ...had.permissions, ...policy.permissions }).map(([kind]) => {
    const name = kind as keyof Policy["permissions"];
    return [
      name,
      [...new Set([...(had.permissions[name] ?? []), ...(policy.permissions[name] ?? [])])],
    ];
  });
  return { ...policy, permissions: Object.fromEntries(granted) as Policy["permissions"] };
}
