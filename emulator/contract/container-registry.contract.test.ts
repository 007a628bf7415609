import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registryIds } from "../scenarios/contoso-names";
import { pagesOf, refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
});
afterAll(() => running.close());

const group = "rg-shared-europe";
const client = () => running.clientsOf().registry;
/** Ids of as many resources like an existing one, beside it. */
const copiesOf = (id: string, count: number): string[] => {
  const { store } = running.azure;
  const original = store.get(id);
  if (!original) throw new Error(`There is no ${id}.`);
  const base = id.slice(0, id.lastIndexOf("/"));
  return Array.from({ length: count }, (_, at) => {
    const name = `copy${String(at).padStart(3, "0")}`;
    store.put({ ...original, id: `${base}/${name}`, name });
    return `${base}/${name}`;
  });
};
const registry = (more: object = {}, sku = "Premium") => ({
  location: "westeurope",
  sku: { name: sku },
  ...more,
});

describe("@azure/arm-containerregistry: registries", () => {
  test("live their whole life", async () => {
    const { registries } = client();
    const name = "ContosoContract";
    const check = { name, type: "Microsoft.ContainerRegistry/registries" as const };
    expect(await registries.checkNameAvailability(check)).toMatchObject({ nameAvailable: true });
    const states: unknown[] = [];
    const poller = registries.create(group, name, registry({ adminUserEnabled: true }), {
      onResponse: ({ parsedBody }) =>
        states.push((parsedBody as { properties?: object } | undefined)?.properties),
    });
    const created = await poller;
    expect(states[0]).toMatchObject({ provisioningState: "Creating" });
    expect(created).toMatchObject({
      name,
      sku: { name: "Premium", tier: "Premium" },
      loginServer: "contosocontract.azurecr.io",
      provisioningState: "Succeeded",
      adminUserEnabled: true,
      roleAssignmentMode: "LegacyRegistryPermissions",
    });
    expect(await registries.checkNameAvailability(check)).toMatchObject({
      nameAvailable: false,
      reason: "AlreadyExists",
    });
    expect((await pagesOf(client().scopeMaps.list(group, name))).flat()).toHaveLength(5);
    const changed = await registries.update(group, name, {
      tags: { owner: "contract" },
      anonymousPullEnabled: true,
    });
    expect(changed).toMatchObject({ tags: { owner: "contract" }, anonymousPullEnabled: true });
    expect((await registries.get(group, name)).adminUserEnabled).toBe(true);
    await registries.delete(group, name);
    expect(await refusalOf(registries.get(group, name))).toEqual([404, "ResourceNotFound"]);
    await registries.delete(group, name);
  });

  test("are listed, and say what they use", async () => {
    const { registries } = client();
    const all = (await pagesOf(registries.list())).flat().map(({ id }) => id);
    expect(all).toContain(registryIds.edge);
    const ofGroup = (await pagesOf(registries.listByResourceGroup(group))).flat();
    expect(ofGroup.map(({ id }) => id)).toEqual(all);
    expect((await registries.listUsages(group, "contosoedge")).value).toContainEqual(
      expect.objectContaining({ name: "Size", limit: 500 * 2 ** 30 }),
    );
  });

  test("of more than a page are listed page by page, each once, and to whom may read them only", async () => {
    const { store } = running.azure;
    const copies = copiesOf(registryIds.edge, 120);
    const { registries } = client();
    for (const list of [registries.list(), registries.listByResourceGroup(group)]) {
      const pages = await pagesOf(list);
      const ids = pages.flat().map(({ id }) => String(id));
      expect(pages.map((page) => page.length)).toEqual([50, 50, ids.length - 100]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(copies));
    }
    const { registries: ofGuest } = running.clientsOf("guest").registry;
    expect(await refusalOf(pagesOf(ofGuest.list()))).toEqual([403, "AuthorizationFailed"]);
    expect(await refusalOf(pagesOf(registries.listByResourceGroup("rg-none")))).toEqual([
      404,
      "ResourceGroupNotFound",
    ]);
    for (const id of copies) store.delete(id);
  });

  test("are refused that break a rule", async () => {
    const put = (body: object, name = "contosorefused") =>
      refusalOf(client().registries.create(group, name, body as never));
    const invalid = [400, "InvalidRequestContent"];
    expect(await put(registry({}, "Gold"))).toEqual(invalid);
    expect(await put(registry({ publicNetworkAccess: "Sometimes" }))).toEqual(invalid);
    expect(await put(registry({ roleAssignmentMode: "Abac" }))).toEqual(invalid);
    expect(await put(registry({ anonymousPullEnabled: true }, "Basic"))).toEqual(invalid);
    const firewall = { networkRuleSet: { defaultAction: "Deny" } };
    expect(await put(registry(firewall, "Standard"))).toEqual(invalid);
    expect(await put(registry(), "four")).toEqual([400, "InvalidResourceName"]);
    expect(await put(registry(), "with-hyphen")).toEqual([400, "InvalidResourceName"]);
    expect(await put(registry(), "ContosoAmericas")).toEqual([409, "AlreadyInUse"]);
    const moved = { ...registry(), location: "eastus" };
    expect(await put(moved, "contosoedge")).toEqual([409, "InvalidResourceLocation"]);
    const { registries } = running.clientsOf("reader").registry;
    expect(await refusalOf(registries.create(group, "contosorefused", registry()))).toEqual([
      403,
      "AuthorizationFailed",
    ]);
  });
});

describe("credentials of the admin user", () => {
  test("are listed and regenerated one by one", async () => {
    const { registries } = client();
    const before = await registries.listCredentials(group, "contosobasic");
    expect(before).toMatchObject({
      username: "contosobasic",
      passwords: [{ name: "password" }, { name: "password2" }],
    });
    const after = await registries.regenerateCredential(group, "contosobasic", {
      name: "password2",
    });
    expect(after.passwords?.[0]).toEqual(before.passwords?.[0]);
    expect(after.passwords?.[1]?.value).not.toBe(before.passwords?.[1]?.value);
    expect(await registries.listCredentials(group, "contosobasic")).toEqual(after);
  });

  test("are refused where there is no such user, and to a reader", async () => {
    expect(await refusalOf(client().registries.listCredentials(group, "contosoedge"))).toEqual([
      400,
      "UnAuthorizedForCredentialOperations",
    ]);
    const { registries } = running.clientsOf("reader").registry;
    expect(await refusalOf(registries.listCredentials(group, "contosobasic"))).toEqual([
      403,
      "AuthorizationFailed",
    ]);
  });
});

describe("tokens and scope maps", () => {
  test("live their whole life, and a value is told once", async () => {
    const { scopeMaps, tokens, registries } = client();
    const place = [group, "contosoedge"] as const;
    const actions = ["repositories/wasm/content/read", "repositories/wasm/metadata/read"];
    const map = await scopeMaps.create(...place, "contract-map", { actions });
    expect(map).toMatchObject({ actions, provisioningState: "Succeeded" });
    const renamed = await scopeMaps.update(...place, "contract-map", { description: "for a test" });
    expect(renamed).toMatchObject({ actions, description: "for a test" });

    const token = await tokens.create(...place, "contract-token", { scopeMapId: map.id });
    expect(token).toMatchObject({ scopeMapId: map.id, status: "enabled" });
    const expiry = new Date("2030-01-01T00:00:00.000Z");
    const made = await registries.generateCredentials(...place, { tokenId: token.id, expiry });
    expect(made.username).toBe("contract-token");
    expect(made.passwords?.map(({ name }) => name)).toEqual(["password1", "password2"]);
    expect(made.passwords?.[0]?.value).toMatch(/^[0-9a-f]{32}$/);
    const one = await registries.generateCredentials(...place, {
      tokenId: token.id,
      name: "password1",
    });
    expect(one.passwords).toHaveLength(1);
    expect(one.passwords?.[0]?.value).not.toBe(made.passwords?.[0]?.value);
    const { credentials } = await tokens.get(...place, "contract-token");
    expect(credentials?.passwords).toMatchObject([
      { name: "password1" },
      { name: "password2", expiry },
    ]);
    expect(JSON.stringify(credentials)).not.toContain("value");

    const disabled = await tokens.update(...place, "contract-token", { status: "disabled" });
    expect(disabled.status).toBe("disabled");
    expect((await pagesOf(tokens.list(...place))).flat()).toHaveLength(1);
    await tokens.delete(...place, "contract-token");
    await scopeMaps.delete(...place, "contract-map");
    expect(await refusalOf(tokens.get(...place, "contract-token"))).toEqual([
      404,
      "ResourceNotFound",
    ]);
    expect((await pagesOf(scopeMaps.list(...place))).flat().map(({ name }) => name)).toEqual([
      "_repositories_admin",
      "_repositories_pull",
      "_repositories_pull_metadata_read",
      "_repositories_push",
      "_repositories_push_metadata_write",
    ]);
  });

  test("are refused that break a rule", async () => {
    const { scopeMaps, tokens, registries } = client();
    const place = [group, "contosoedge"] as const;
    const invalid = [400, "InvalidRequestContent"];
    const actions = ["repositories/a/content/eat"];
    expect(await refusalOf(scopeMaps.create(...place, "bad-map", { actions }))).toEqual(invalid);
    expect(
      await refusalOf(scopeMaps.create(...place, "_repositories_pull", { actions: [] })),
    ).toEqual([400, "ScopeMapNotModifiable"]);
    const scopeMapId = `${registryIds.americas}/scopeMaps/_repositories_pull`;
    expect(await refusalOf(tokens.create(...place, "bad-token", { scopeMapId }))).toEqual(invalid);
    expect(await refusalOf(tokens.create(...place, "a_b_c", { scopeMapId }))).toEqual([
      400,
      "InvalidResourceName",
    ]);
    const tokenId = `${registryIds.edge}/tokens/nobody`;
    expect(await refusalOf(registries.generateCredentials(...place, { tokenId }))).toEqual(invalid);
  });

  test("of more than a page are listed page by page; of a registry that is not there, refused", async () => {
    const { scopeMaps, tokens } = client();
    const place = [group, "contosoedge"] as const;
    const scopeMapId = `${registryIds.edge}/scopeMaps/_repositories_pull`;
    const { id: tokenId = "" } = await tokens.create(...place, "paged", { scopeMapId });
    const copies = [...copiesOf(scopeMapId, 95), ...copiesOf(tokenId, 100)];
    const lengths = async (list: Parameters<typeof pagesOf>[0]) =>
      (await pagesOf(list)).map((page) => page.length);
    expect(await lengths(scopeMaps.list(...place))).toEqual([50, 50]);
    expect(await lengths(tokens.list(...place))).toEqual([50, 50, 1]);
    for (const id of [...copies, tokenId]) running.azure.store.delete(id);
    expect(await lengths(tokens.list(...place))).toEqual([0]);
    const missing = [group, "nowhere"] as const;
    for (const list of [scopeMaps.list(...missing), tokens.list(...missing)]) {
      expect(await refusalOf(pagesOf<unknown>(list))).toEqual([404, "ParentResourceNotFound"]);
    }
  });
});
