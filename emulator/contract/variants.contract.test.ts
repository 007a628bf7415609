import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personaOf } from "../entra/personas";
import { roleIds } from "../providers/authorization/role-definition";
import { registryIds, subscriptionIds, vaultIds } from "../scenarios/contoso-names";
import { sites } from "../scenarios/contoso/sites";
import { pullingPrincipalOf } from "../scenarios/seeds/edge-site-ids";
import { pagesOf, refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
});
afterAll(() => running.close());

const roleOf = (roleDefinitionId: string | undefined) => roleDefinitionId?.split("/").at(-1);

describe("a registry that decides by repository (ABAC)", () => {
  test("says so, in Resource Manager and in Resource Graph", async () => {
    const { registry, graph } = running.clientsOf();
    const found = await registry.registries.get("rg-shared-europe", "contosoabac");
    expect(found.roleAssignmentMode).toBe("AbacRepositoryPermissions");
    const indexed = await graph.resources({
      query:
        "resources | where type =~ 'microsoft.containerregistry/registries' and properties.roleAssignmentMode == 'AbacRepositoryPermissions' | project id",
      subscriptions: [subscriptionIds.europe],
    });
    expect(indexed.data).toEqual([{ id: registryIds.abac }]);
  });

  test("keeps AcrPull as an assignment like any other: who pulls must know that it does not count", async () => {
    const { authorization } = running.clientsOf();
    const assignmentsOf = async (principal: string) => {
      const filter = `principalId eq '${principal}'`;
      const list = authorization.roleAssignments.listForScope(registryIds.abac, { filter });
      return (await pagesOf(list)).flat().map((found) => roleOf(found.roleDefinitionId));
    };
    expect(await assignmentsOf(pullingPrincipalOf(sites.gothenburg))).toEqual([roleIds.acrPull]);
    expect(await assignmentsOf(pullingPrincipalOf(sites.stuttgart))).toEqual([
      roleIds.registryRepositoryReader,
    ]);
  });

  test("has roles whose rights to repositories are data actions, which Resource Manager does not grant", async () => {
    const { authorization } = running.clientsOf();
    const definition = async (role: keyof typeof roleIds) => {
      const scope = `/subscriptions/${subscriptionIds.europe}`;
      const { permissions = [] } = await authorization.roleDefinitions.get(scope, roleIds[role]);
      return permissions[0];
    };
    const reader = await definition("registryRepositoryReader");
    expect(reader?.dataActions).toContain(
      "Microsoft.ContainerRegistry/registries/repositories/content/read",
    );
    expect((await definition("acrPull"))?.actions).toContain(
      "Microsoft.ContainerRegistry/registries/pull/read",
    );
    expect((await definition("acrPull"))?.dataActions).toEqual([]);
  });

  test("takes an assignment with a condition on a repository, and refuses another version of conditions", async () => {
    const { authorization } = running.clientsOf();
    const condition =
      "@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'wasm'";
    const put = (name: string, conditionVersion: string) =>
      authorization.roleAssignments.create(registryIds.abac, name, {
        roleDefinitionId: `/subscriptions/${subscriptionIds.europe}/providers/Microsoft.Authorization/roleDefinitions/${roleIds.registryRepositoryReader}`,
        principalId: pullingPrincipalOf(sites.lyon),
        principalType: "ServicePrincipal",
        condition,
        conditionVersion,
      });
    const name = "7d5d9e36-2b0e-4a0c-9f0f-8a4f2b8f7a01";
    expect(await put(name, "2.0")).toMatchObject({ condition, conditionVersion: "2.0" });
    expect(await refusalOf(put("7d5d9e36-2b0e-4a0c-9f0f-8a4f2b8f7a02", "1.0"))).toEqual([
      400,
      "InvalidRequestContent",
    ]);
  });

  test("can be changed to, and back", async () => {
    const { registries } = running.clientsOf().registry;
    const change = (roleAssignmentMode: string) =>
      registries.update("rg-shared-europe", "contosofactory", { roleAssignmentMode });
    for (const mode of ["AbacRepositoryPermissions", "LegacyRegistryPermissions"]) {
      expect((await change(mode)).roleAssignmentMode).toBe(mode);
    }
  });
});

describe("a vault with access policies", () => {
  const place = ["rg-aio-stuttgart", "kv-stuttgart-aio"] as const;

  test("has no enableRbacAuthorization, and policies that Resource Manager shows", async () => {
    const { vaults } = running.clientsOf().keyVault;
    const { properties } = await vaults.get(...place);
    expect(properties.enableRbacAuthorization).toBeUndefined();
    expect(properties.accessPolicies).toMatchObject([
      { permissions: { secrets: ["get", "list"] } },
    ]);
    const byRoles = await vaults.get("rg-aio-gothenburg", "kv-gothenburg-aio");
    expect(byRoles.properties).toMatchObject({ enableRbacAuthorization: true, accessPolicies: [] });
  });

  test("still decides about secrets in Resource Manager by roles, whatever a policy says", async () => {
    const rhea = personaOf("reader");
    await running.clientsOf().keyVault.vaults.updateAccessPolicy(...place, "add", {
      properties: {
        accessPolicies: [
          {
            tenantId: rhea.homeTenantId,
            objectId: rhea.objectId,
            permissions: { secrets: ["all"] },
          },
        ],
      },
    });
    const write = (key: "reader" | "secrets" | "operator") =>
      running.clientsOf(key).keyVault.secrets.createOrUpdate(...place, `of-${key}`, {
        properties: { value: "v" },
      });
    const forbidden = [403, "AuthorizationFailed"];
    expect(await refusalOf(write("reader"))).toEqual(forbidden);
    expect(await refusalOf(write("secrets"))).toEqual(forbidden);
    expect((await write("operator")).id).toBe(`${vaultIds.stuttgart}/secrets/of-operator`);
  });

  test("can be turned over to roles, and keeps its policies", async () => {
    const { vaults } = running.clientsOf().keyVault;
    const changed = await vaults.update(...place, {
      properties: { enableRbacAuthorization: true },
    });
    expect(changed.properties.enableRbacAuthorization).toBe(true);
    expect(changed.properties.accessPolicies).not.toEqual([]);
  });
});
