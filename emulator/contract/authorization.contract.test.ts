import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personaOf } from "../entra/personas";
import { roleIds } from "../providers/authorization/role-definition";
import { instanceIds, registryIds, subscriptionIds } from "../scenarios/contoso-names";
import { pagesOf, refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
});
afterAll(() => running.close());

const subscription = `/subscriptions/${subscriptionIds.europe}`;
const group = `${subscription}/resourceGroups/rg-shared-europe`;
const rhea = personaOf("reader").objectId;
const roleId = (role: keyof typeof roleIds) =>
  `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleIds[role]}`;
const client = () => running.clientsOf().authorization;
const assignment = (role: keyof typeof roleIds = "acrPush", principalId: string = rhea) => ({
  roleDefinitionId: roleId(role),
  principalId,
  principalType: "User",
});

describe("@azure/arm-authorization: role assignments", () => {
  test("live their whole life, by scope and by id", async () => {
    const { roleAssignments } = client();
    const name = randomUUID();
    const created = await roleAssignments.create(registryIds.edge, name, assignment());
    expect(created).toMatchObject({
      name,
      scope: registryIds.edge,
      principalId: rhea,
      createdBy: personaOf("admin").objectId,
    });
    const again = await roleAssignments.create(registryIds.edge, name, {
      ...assignment(),
      description: "for a test",
    });
    expect([again.description, again.createdOn]).toEqual(["for a test", created.createdOn]);
    expect(await roleAssignments.getById(String(created.id))).toEqual(again);
    expect((await roleAssignments.get(registryIds.edge, name)).id).toBe(created.id);
    expect(await roleAssignments.delete(registryIds.edge, name)).toMatchObject({ name });
    expect((await roleAssignments.delete(registryIds.edge, name)).id).toBeUndefined();
    expect(await refusalOf(roleAssignments.get(registryIds.edge, name))).toEqual([
      404,
      "ResourceNotFound",
    ]);
    const byId = await roleAssignments.createById(String(created.id), assignment());
    expect((await roleAssignments.deleteById(String(byId.id))).id).toBe(created.id);
  });

  test("are refused that break a rule", async () => {
    const { roleAssignments } = client();
    const name = randomUUID();
    const put = (change: object, as: string = name) =>
      refusalOf(roleAssignments.create(registryIds.edge, as, { ...assignment(), ...change }));
    await roleAssignments.create(registryIds.edge, name, assignment());
    expect(await put({}, randomUUID())).toEqual([409, "RoleAssignmentExists"]);
    expect(await put({ principalId: personaOf("secrets").objectId })).toEqual([
      400,
      "RoleAssignmentUpdateNotPermitted",
    ]);
    expect(await put({ roleDefinitionId: `${subscription}/x/${randomUUID()}` })).toEqual([
      400,
      "RoleDefinitionDoesNotExist",
    ]);
    const nobody = { principalId: randomUUID(), principalType: undefined };
    expect(await put(nobody, randomUUID())).toEqual([400, "PrincipalNotFound"]);
    expect(await put({}, "not-a-guid")).toEqual([400, "InvalidResourceName"]);
    const refused = running.clientsOf("reader").authorization.roleAssignments;
    expect(await refusalOf(refused.create(group, randomUUID(), assignment()))).toEqual([
      403,
      "AuthorizationFailed",
    ]);
    await roleAssignments.delete(registryIds.edge, name);
  });

  test("are listed at every scope, in pages, and filtered", async () => {
    const { roleAssignments } = client();
    const all = await pagesOf(roleAssignments.listForSubscription());
    const scopes = new Set(all.flat().map(({ scope }) => scope));
    expect(scopes).toContain(subscription);
    expect(scopes).toContain(registryIds.edge);
    const inGroup = await pagesOf(roleAssignments.listForResourceGroup("rg-shared-europe"));
    expect(inGroup.flat().map(({ scope }) => scope)).toEqual(
      expect.arrayContaining([subscription, registryIds.edge]),
    );
    const ofResource = roleAssignments.listForResource(
      "rg-shared-europe",
      "Microsoft.ContainerRegistry",
      "registries",
      "contosoedge",
      { filter: "atScope()" },
    );
    const atScope = (await pagesOf(ofResource)).flat().map(({ scope }) => scope);
    expect(new Set(atScope)).toEqual(new Set([subscription, registryIds.edge]));
    const ofRhea = roleAssignments.listForScope(group, { filter: `principalId eq '${rhea}'` });
    expect((await pagesOf(ofRhea)).flat()).toMatchObject([
      { principalId: rhea, scope: subscription },
    ]);
    expect(
      await refusalOf(pagesOf(roleAssignments.listForScope(group, { filter: "scope eq 'x'" }))),
    ).toEqual([400, "UnsupportedQuery"]);
  });
});

describe("role definitions", () => {
  const custom = {
    roleName: "Endpoint reader",
    description: "Reads registry endpoints",
    roleType: "CustomRole",
    permissions: [{ actions: ["Microsoft.IoTOperations/instances/registryEndpoints/read"] }],
    assignableScopes: [subscription],
  };

  test("that are custom live their whole life and count at once", async () => {
    const { roleDefinitions, roleAssignments } = client();
    const name = randomUUID();
    const created = await roleDefinitions.createOrUpdate(subscription, name, custom);
    expect(created).toMatchObject({ name, roleName: "Endpoint reader", roleType: "CustomRole" });
    const wider = [{ actions: ["Microsoft.IoTOperations/*/read"] }];
    await roleDefinitions.createOrUpdate(subscription, name, { ...custom, permissions: wider });
    const given = randomUUID();
    await roleAssignments.create(subscription, given, {
      ...assignment("reader", personaOf("guest").objectId),
      roleDefinitionId: String(created.id),
    });
    const permissions = running.clientsOf("guest").authorization.permissions;
    const [carried] = (await pagesOf(permissions.listForResourceGroup("rg-aio-lyon"))).flat();
    expect(carried?.actions).toEqual(["Microsoft.IoTOperations/*/read"]);
    expect(await refusalOf(roleDefinitions.delete(subscription, name))).toEqual([
      400,
      "RoleDefinitionHasAssignments",
    ]);
    await roleAssignments.delete(subscription, given);
    expect(await roleDefinitions.delete(subscription, name)).toMatchObject({ name });
    expect(await refusalOf(roleDefinitions.get(subscription, name))).toEqual([
      404,
      "ResourceNotFound",
    ]);
  });

  test("are found by name and by type, and at resources too", async () => {
    const { roleDefinitions } = client();
    const named = async (scope: string, filter: string) =>
      (await pagesOf(roleDefinitions.list(scope, { filter })))
        .flat()
        .map(({ roleName }) => roleName);
    expect(await named(subscription, "roleName eq 'AcrPull'")).toEqual(["AcrPull"]);
    expect(await named(registryIds.edge, "roleName eq 'AcrPull'")).toEqual(["AcrPull"]);
    expect(await named(subscription, "type eq 'CustomRole'")).toEqual(["AIO site companion"]);
    expect(await refusalOf(named(subscription, "name eq 'x'"))).toEqual([400, "UnsupportedQuery"]);
    expect((await roleDefinitions.getById(roleId("owner"))).roleName).toBe("Owner");
  });

  test("are refused that break a rule", async () => {
    const { roleDefinitions } = client();
    const put = (change: object, name: string = randomUUID()) =>
      refusalOf(roleDefinitions.createOrUpdate(subscription, name, { ...custom, ...change }));
    expect(await put({ roleName: "Owner" })).toEqual([409, "RoleDefinitionWithSameNameExists"]);
    expect(await put({ assignableScopes: [] })).toEqual([400, "InvalidRequestContent"]);
    expect(await put({ permissions: [] })).toEqual([400, "InvalidRequestContent"]);
    expect(await put({}, roleIds.owner)).toEqual([403, "RoleDefinitionUpdateNotPermitted"]);
    expect(await refusalOf(roleDefinitions.delete(subscription, roleIds.owner))).toEqual([
      403,
      "RoleDefinitionUpdateNotPermitted",
    ]);
  });
});

test("a role begins and ends to work after the delay that is set", async () => {
  const { roleAssignments } = client();
  const delayMs = 600_000;
  await running.control("settings", { roleAssignmentDelayMs: delayMs });
  const { userAssignedIdentities } = running.clientsOf("reader").identity;
  const write = () =>
    userAssignedIdentities.createOrUpdate("rg-shared-europe", "id-of-rhea", {
      location: "westeurope",
    });
  const refused = [403, "AuthorizationFailed"];
  const name = randomUUID();
  await roleAssignments.create(group, name, assignment("contributor"));
  // It is there at once, and does nothing yet.
  expect((await roleAssignments.get(group, name)).principalId).toBe(rhea);
  expect(await refusalOf(write())).toEqual(refused);
  await running.control("clock", { advanceMs: delayMs });
  expect((await write()).name).toBe("id-of-rhea");

  await roleAssignments.delete(group, name);
  expect((await write()).name).toBe("id-of-rhea");
  await running.control("clock", { advanceMs: delayMs });
  expect(await refusalOf(write())).toEqual(refused);
  await running.control("settings", { roleAssignmentDelayMs: 0 });
});

test("permissions at a resource are those of the roles at it and above", async () => {
  const { permissions } = running.clientsOf("operator").authorization;
  const [, , , , groupName = "", , , , name = ""] = instanceIds.gothenburg.split("/");
  const found = await pagesOf(
    permissions.listForResource(groupName, "Microsoft.IoTOperations", "", "instances", name),
  );
  expect(found.flat().flatMap(({ actions }) => actions)).toContain("Microsoft.IoTOperations/*");
});

test("what is not emulated is named", async () => {
  const { denyAssignments } = client();
  expect(await refusalOf(pagesOf(denyAssignments.listForScope(group)))).toEqual([
    501,
    "NotImplemented",
  ]);
});
