import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../entra/personas";
import { fabrikam, vaultIds } from "../scenarios/contoso-names";
import { pagesOf, refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
});
afterAll(() => running.close());

const group = "rg-shared-europe";
const rights = { secrets: ["get", "list"] };
const policy = (key: "reader" | "secrets", permissions = rights) => ({
  tenantId: CONTOSO_TENANT_ID,
  objectId: personaOf(key).objectId,
  permissions,
});
const vault = {
  location: "West Europe",
  properties: {
    tenantId: CONTOSO_TENANT_ID,
    sku: { family: "A", name: "standard" as const },
    enableRbacAuthorization: true,
    softDeleteRetentionInDays: 7,
  },
};

describe("@azure/arm-keyvault", () => {
  test("a vault lives its whole life: created, changed, deleted, recovered, purged", async () => {
    const { vaults, secrets } = running.clientsOf().keyVault;
    const name = "kv-contract-life";
    expect(
      await vaults.checkNameAvailability({ name, type: "Microsoft.KeyVault/vaults" }),
    ).toMatchObject({ nameAvailable: true });
    const created = await vaults.createOrUpdate(group, name, vault);
    expect(created).toMatchObject({
      name,
      type: "Microsoft.KeyVault/vaults",
      location: "westeurope",
      properties: {
        provisioningState: "Succeeded",
        vaultUri: `https://${name}.vault.azure.net/`,
        enableSoftDelete: true,
      },
    });
    expect(
      await vaults.checkNameAvailability({ name, type: "Microsoft.KeyVault/vaults" }),
    ).toMatchObject({ nameAvailable: false, reason: "AlreadyExists" });
    await secrets.createOrUpdate(group, name, "kept", { properties: { value: "s3cret" } });
    const changed = await vaults.update(group, name, { tags: { owner: "contract" } });
    expect(changed.tags).toEqual({ owner: "contract" });

    await vaults.delete(group, name);
    expect(await refusalOf(vaults.get(group, name))).toEqual([404, "ResourceNotFound"]);
    await vaults.delete(group, name);
    const deleted = (await pagesOf(vaults.listDeleted())).flat();
    expect(deleted.map((found) => found.name)).toEqual([name]);
    const one = await vaults.getDeleted(name, "westeurope");
    expect(one.properties).toMatchObject({
      vaultId: created.id,
      location: "westeurope",
      tags: { owner: "contract" },
    });
    expect(Number(one.properties?.scheduledPurgeDate) - Number(one.properties?.deletionDate)).toBe(
      7 * 86_400_000,
    );
    expect(await refusalOf(vaults.createOrUpdate(group, name, vault))).toEqual([
      409,
      "ConflictError",
    ]);

    const recover = {
      ...vault,
      properties: { ...vault.properties, createMode: "recover" as const },
    };
    expect((await vaults.createOrUpdate(group, name, recover)).tags).toEqual({ owner: "contract" });
    expect((await secrets.get(group, name, "kept")).name).toBe("kept");
    await vaults.delete(group, name);
    await vaults.purgeDeleted(name, "westeurope");
    expect(await refusalOf(vaults.getDeleted(name, "westeurope"))).toEqual([
      404,
      "DeletedVaultNotFound",
    ]);
    expect(await refusalOf(vaults.createOrUpdate(group, name, recover))).toEqual([
      404,
      "DeletedVaultNotFound",
    ]);
  });

  test("access policies are added, replaced and removed", async () => {
    const { vaults } = running.clientsOf().keyVault;
    const name = "kv-contract-policies";
    const byPolicies = {
      location: "westeurope",
      properties: {
        tenantId: CONTOSO_TENANT_ID,
        sku: vault.properties.sku,
        accessPolicies: [policy("reader")],
      },
    };
    const created = await vaults.createOrUpdate(group, name, byPolicies);
    expect(created.properties.enableRbacAuthorization).toBeUndefined();
    const update = async (
      kind: "add" | "replace" | "remove",
      ...accessPolicies: ReturnType<typeof policy>[]
    ) => {
      await vaults.updateAccessPolicy(group, name, kind, { properties: { accessPolicies } });
      const { properties } = await vaults.get(group, name);
      return properties.accessPolicies?.map(({ objectId, permissions }) => [
        objectId,
        permissions.secrets,
      ]);
    };
    const [rhea, selma] = [personaOf("reader").objectId, personaOf("secrets").objectId];
    expect(await update("add", policy("reader", { secrets: ["set"] }), policy("secrets"))).toEqual([
      [rhea, ["get", "list", "set"]],
      [selma, ["get", "list"]],
    ]);
    expect(await update("replace", policy("reader", { secrets: ["get"] }))).toEqual([
      [selma, ["get", "list"]],
      [rhea, ["get"]],
    ]);
    expect(await update("remove", policy("secrets"))).toEqual([[rhea, ["get"]]]);
    for (const kind of ["toggle", "__proto__"]) {
      const refused = await refusalOf(update(kind as "add", policy("secrets")));
      expect(refused, kind).toEqual([400, "BadRequest"]);
    }
  });

  test("a vault is refused that breaks a rule", async () => {
    const { vaults } = running.clientsOf().keyVault;
    const put = (change: object, name = "kv-contract-refused") =>
      refusalOf(
        vaults.createOrUpdate(group, name, {
          ...vault,
          properties: { ...vault.properties, ...change },
        }),
      );
    const invalid = [400, "InvalidRequestContent"];
    expect(await put({ tenantId: "me" })).toEqual(invalid);
    expect(await put({ sku: { family: "A", name: "gold" } })).toEqual(invalid);
    expect(await put({ softDeleteRetentionInDays: 6 })).toEqual(invalid);
    expect(await put({ softDeleteRetentionInDays: 91 })).toEqual(invalid);
    expect(await put({ enableRbacAuthorization: false })).toEqual(invalid);
    expect(await put({ accessPolicies: [policy("reader"), policy("reader")] })).toEqual(invalid);
    expect(
      await put({
        accessPolicies: [{ ...policy("reader"), tenantId: personaOf("guest").homeTenantId }],
      }),
    ).toEqual(invalid);
    expect(await put({}, "kv")).toEqual([400, "InvalidResourceName"]);
    expect(await put({}, "kv-gothenburg-aio")).toEqual([409, "VaultAlreadyExists"]);
  });

  test("vaults are listed by subscription, group and as generic resources", async () => {
    const { vaults } = running.clientsOf().keyVault;
    const ids = async (list: Parameters<typeof pagesOf<{ id?: string }>>[0]) =>
      (await pagesOf(list)).flat().map(({ id }) => id);
    expect(await ids(vaults.listByResourceGroup("rg-aio-gothenburg"))).toEqual([
      vaultIds.gothenburg,
    ]);
    expect(await ids(vaults.listBySubscription())).toContain(vaultIds.stuttgart);
    expect(await ids(vaults.list())).toEqual(await ids(vaults.listBySubscription()));
    const paged = await pagesOf(vaults.listBySubscription({ top: 2 }));
    expect(paged.length).toBeGreaterThan(1);
    expect(paged[0]).toHaveLength(2);
  });
});

describe("secrets", () => {
  test("have metadata and versions, and never a value", async () => {
    const { secrets } = running.clientsOf().keyVault;
    const place = ["rg-aio-gothenburg", "kv-gothenburg-aio", "contract-secret"] as const;
    const expires = new Date("2030-01-01T00:00:00Z");
    const created = await secrets.createOrUpdate(...place, {
      tags: { a: "b" },
      properties: { value: "s3cret", contentType: "text/plain", attributes: { expires } },
    });
    expect(created.properties.value).toBeUndefined();
    expect(created.properties.attributes?.expires).toEqual(expires);
    const before = created.properties.secretUriWithVersion;
    const renamed = await secrets.update(...place, { properties: { contentType: "text/x" } });
    expect(renamed.properties).toMatchObject({
      contentType: "text/x",
      secretUriWithVersion: before,
    });
    const renewed = await secrets.update(...place, { properties: { value: "other" } });
    expect(renewed.properties.secretUriWithVersion).not.toBe(before);
    expect((await secrets.get(...place)).tags).toEqual({ a: "b" });
  });

  test("are listed in pages of 25, or of what $top asks for", async () => {
    const { secrets } = running.clientsOf().keyVault;
    const place = ["rg-aio-gothenburg", "kv-gothenburg-aio"] as const;
    const pages = await pagesOf(secrets.list(...place));
    expect(pages[0]).toHaveLength(25);
    const small = await pagesOf(secrets.list(...place, { top: 10 }));
    expect(small[0]).toHaveLength(10);
    expect(small.flat().map(({ name }) => name)).toEqual(pages.flat().map(({ name }) => name));
  });

  test("are refused without the right, and in a vault that is not there", async () => {
    const put = (key: "reader" | "admin", vaultName: string) =>
      refusalOf(
        running
          .clientsOf(key)
          .keyVault.secrets.createOrUpdate("rg-aio-gothenburg", vaultName, "x", {
            properties: { value: "v" },
          }),
      );
    expect(await put("reader", "kv-gothenburg-aio")).toEqual([403, "AuthorizationFailed"]);
    expect(await put("admin", "kv-nowhere")).toEqual([404, "ParentResourceNotFound"]);
  });

  test("of a subscription of another tenant are out of reach", async () => {
    const { keyVault } = running.clientsOf("admin", fabrikam.subscriptionId);
    expect(await refusalOf(pagesOf(keyVault.vaults.listBySubscription()))).toEqual([
      401,
      "InvalidAuthenticationTokenTenant",
    ]);
  });
});
