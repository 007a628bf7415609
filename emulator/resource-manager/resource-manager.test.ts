import { describe, expect, test } from "vitest";
import { personaOf, type PersonaKey } from "../entra/personas";
import {
  assignment,
  createTestAzure,
  errorOf,
  groupId,
  otherSubscriptionId,
  resource,
  shopId,
  subscriptionId,
  version,
} from "../test-azure";

const subscription = `/subscriptions/${subscriptionId}`;
const own = "api-version=2022-12-01";
const body = { properties: { price: 3 } };

describe("subscriptions, tenants and resource groups", () => {
  test("a subscription is listed to whoever has a role at it or below it", async () => {
    const azure = createTestAzure();
    const listed = async (as: PersonaKey) => {
      const answer = await azure.arm("GET", `/subscriptions?${own}`, { as });
      return (answer.body.value as { subscriptionId: string }[]).map(
        (found) => found.subscriptionId,
      );
    };
    expect(await listed("admin")).toEqual([subscriptionId, otherSubscriptionId]);
    expect(await listed("operator")).toEqual([subscriptionId]);
    expect(await listed("guest")).toEqual([]);
  });

  test("a subscription without any role is forbidden, one that does not exist is not found", async () => {
    const azure = createTestAzure();
    const { objectId, clientId } = personaOf("guest");
    const forbidden = await azure.arm("GET", `${subscription}?${own}`, { as: "guest" });
    expect(forbidden.status).toBe(403);
    expect(errorOf(forbidden)).toEqual({
      code: "AuthorizationFailed",
      message:
        `The client '${clientId}' with object id '${objectId}' does not have authorization to perform action ` +
        `'Microsoft.Resources/subscriptions/read' over scope '${subscription}' or the scope is invalid. ` +
        "If access was recently granted, please refresh your credentials.",
    });
    const missing = await azure.arm("GET", `/subscriptions/${crypto.randomUUID()}?${own}`);
    expect([missing.status, errorOf(missing).code]).toEqual([404, "SubscriptionNotFound"]);
    const malformed = await azure.arm("GET", `/subscriptions/one?${own}`);
    expect([malformed.status, errorOf(malformed).code]).toEqual([400, "InvalidSubscriptionId"]);
  });

  test("a guest belongs to two tenants", async () => {
    const azure = createTestAzure();
    const names = async (as: PersonaKey) => {
      const answer = await azure.arm("GET", `/tenants?${own}`, { as });
      return (answer.body.value as { displayName: string }[]).map((tenant) => tenant.displayName);
    };
    expect(await names("guest")).toEqual(["Contoso", "Fabrikam"]);
    expect(await names("admin")).toEqual(["Contoso"]);
  });

  test("resource groups answer to any case and keep their own", async () => {
    const azure = createTestAzure();
    const asked = `/SUBSCRIPTIONS/${subscriptionId}/resourcegroups/rg-ONE?api-version=2021-04-01`;
    expect((await azure.arm("GET", asked)).body).toMatchObject({ id: groupId, name: "Rg-One" });
    const list = await azure.arm("GET", `${subscription}/resourcegroups?api-version=2021-04-01`);
    expect(list.body.value).toHaveLength(1);
  });

  test("permissions are what the caller's roles at the scope carry", async () => {
    const azure = createTestAzure();
    const path = `${shopId}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
    expect((await azure.arm("GET", path, { as: "operator" })).body).toEqual({
      value: [
        {
          actions: ["Test.Shop/*"],
          notActions: ["Test.Shop/shops/items/delete"],
          dataActions: [],
          notDataActions: [],
        },
      ],
    });
    expect((await azure.arm("GET", path, { as: "guest" })).body).toEqual({ value: [] });
  });
});

describe("resources", () => {
  test("ids are found in any case and returned as stored", async () => {
    const azure = createTestAzure();
    const answer = await azure.arm("GET", `${shopId.toLowerCase()}?${version}`);
    expect(answer.body).toMatchObject({ id: shopId, name: "corner", type: "Test.Shop/shops" });
  });

  test("a new id gets the types' casing, its ancestors' and the name's own", async () => {
    const azure = createTestAzure();
    const asked = `${groupId}/providers/test.shop/SHOPS/CORNER/ITEMS/pear?${version}`;
    const { body: created } = await azure.arm("PUT", asked, { body });
    expect(created.id).toBe(`${shopId}/items/pear`);
  });

  test.each([
    ["GET", `${shopId}/items/pear?${version}`, 404, "ResourceNotFound"],
    ["GET", `${shopId}x/items/pear?${version}`, 404, "ParentResourceNotFound"],
    [
      "GET",
      `${subscription}/resourceGroups/none/providers/Test.Shop/shops/a?${version}`,
      404,
      "ResourceGroupNotFound",
    ],
    ["GET", `${shopId}?api-version=2020-01-01`, 400, "NoRegisteredProviderFound"],
    ["GET", `${shopId}?api-version=latest`, 400, "InvalidApiVersionParameter"],
    ["GET", `${groupId}/providers/Test.Shop/carts/a?${version}`, 501, "NotImplemented"],
    [
      "GET",
      `${subscription}/providers/Test.Shop/shops?${version}&$filter=a`,
      501,
      "NotImplemented",
    ],
    ["PATCH", `${shopId}?${version}`, 501, "NotImplemented"],
    ["GET", "/common/discovery/instance", 501, "NotImplemented"],
    ["PUT", `${subscription}?${own}`, 501, "NotImplemented"],
    ["POST", `${shopId}/burn?${version}`, 501, "NotImplemented"],
    ["PUT", `${groupId}/providers/Test.Shop/shops/x?${version}`, 400, "InvalidResourceName"],
    ["PUT", `${shopId}/items/pear?${version}`, 400, "InvalidRequestContent"],
  ])("%s %s is refused with %i %s", async (method, path, status, code) => {
    const azure = createTestAzure();
    const answer = await azure.arm(method, path, { body: method === "GET" ? undefined : {} });
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  });

  test("a 404 and a 501 name what was asked for", async () => {
    const azure = createTestAzure();
    const missing = await azure.arm("GET", `${shopId}/items/pear?${version}`);
    expect(errorOf(missing).message).toBe(
      "The Resource 'Test.Shop/shops/corner/items/pear' under resource group 'Rg-One' was not found. " +
        "For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    );
    const unknown = await azure.arm("POST", `${shopId}/burn?${version}`);
    expect(errorOf(unknown).message).toContain("'POST Test.Shop/shops/burn'");
  });

  test("a body has to be JSON, by its media type and by its text", async () => {
    const azure = createTestAzure();
    const put = (text: string, type: string) =>
      azure.arm("PUT", `${shopId}/items/pear?${version}`, {
        body: text,
        headers: { "content-type": type },
      });
    const form = await put("a=1", "text/plain");
    expect([form.status, errorOf(form).code]).toEqual([415, "UnsupportedMediaType"]);
    const broken = await put("{", "application/json");
    expect([broken.status, errorOf(broken).code]).toEqual([400, "InvalidRequestContent"]);
    const array = await put("[]", "application/json; charset=utf-8");
    expect([array.status, errorOf(array).code]).toEqual([400, "InvalidRequestContent"]);
  });

  test("systemData tells who wrote, and when", async () => {
    const azure = createTestAzure();
    const path = `${shopId}/items/pear?${version}`;
    await azure.arm("PUT", path, { body, as: "operator" });
    azure.clock.advance(60_000);
    await azure.arm("PUT", path, { body });
    expect((await azure.arm("GET", path)).body.systemData).toEqual({
      createdBy: personaOf("operator").clientId,
      createdByType: "Application",
      createdAt: "2026-11-21T08:00:00.000Z",
      lastModifiedBy: personaOf("admin").clientId,
      lastModifiedByType: "Application",
      lastModifiedAt: "2026-11-21T08:01:00.000Z",
    });
  });

  test("rights are asked for the action of each verb, before whether the resource exists", async () => {
    const azure = createTestAzure();
    const path = `${shopId}/items/pear?${version}`;
    expect((await azure.arm("PUT", path, { as: "operator", body })).status).toBe(201);
    const refused = await azure.arm("DELETE", path, { as: "operator" });
    expect(refused.status).toBe(403);
    expect(errorOf(refused).message).toContain(
      `'Test.Shop/shops/items/delete' over scope '${shopId}/items/pear'`,
    );
    const none = await azure.arm("GET", `${shopId}/items/none?${version}`, { as: "guest" });
    expect(none.status).toBe(403);
    const action = await azure.arm("POST", `${shopId}/LISTKEYS?${version}`, { as: "reader" });
    expect(errorOf(action).message).toContain("'Test.Shop/shops/listKeys/action'");
    expect((await azure.arm("POST", `${shopId}/LISTKEYS?${version}`)).body).toEqual({
      keyOf: "corner",
    });
  });
});

describe("lists", () => {
  const shops = ["a-1", "b-2", "c-3", "d-4"].map((name) =>
    resource(`${groupId}/providers/Test.Shop/shops/${name}`, "Test.Shop/shops"),
  );
  const path = `${subscription}/providers/Test.Shop/shops?${version}`;
  const names = (value: unknown) => (value as { name: string }[]).map(({ name }) => name);

  test("pages follow each other by absolute links on the same origin", async () => {
    const azure = createTestAzure();
    shops.forEach((shop) => azure.store.put(shop));
    const pages: string[][] = [];
    for (let next: unknown = path; typeof next === "string";) {
      const { body: page } = await azure.arm("GET", next);
      pages.push(names(page.value));
      next = page.nextLink;
      if (next !== undefined)
        expect(next).toMatch(/^http:\/\/localhost:4281\/subscriptions\/.*skiptoken=/);
    }
    expect(pages).toEqual([["a-1", "b-2"], ["c-3", "corner"], ["d-4"]]);
  });

  test("a page is not upset by what was deleted before it", async () => {
    const azure = createTestAzure();
    shops.forEach((shop) => azure.store.put(shop));
    const first = await azure.arm("GET", path);
    azure.store.delete(shops[1]?.id ?? "");
    const second = await azure.arm("GET", String(first.body.nextLink));
    expect(names(second.body.value)).toEqual(["c-3", "corner"]);
  });

  test("$top makes pages smaller where the contract has it, and an invented skip token is refused", async () => {
    const azure = createTestAzure();
    shops.forEach((shop) => azure.store.put(shop));
    expect(names((await azure.arm("GET", `${path}&$top=1`)).body.value)).toEqual(["a-1"]);
    expect((await azure.arm("GET", `${path}&$skiptoken=2`)).status).toBe(400);
  });

  test("someone with narrower roles gets what they may read, someone without any is refused", async () => {
    const azure = createTestAzure();
    shops.forEach((shop) => azure.store.put(shop));
    expect(names((await azure.arm("GET", path, { as: "operator" })).body.value)).toEqual([
      "corner",
    ]);
    expect((await azure.arm("GET", path, { as: "guest" })).status).toBe(403);
    azure.store.put(assignment("guest", "reader", shops[2]?.id ?? ""));
    expect(names((await azure.arm("GET", path, { as: "guest" })).body.value)).toEqual(["c-3"]);
  });

  test("Resource Graph answers what the caller may read", async () => {
    const azure = createTestAzure();
    const path = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
    const query =
      "resourcecontainers | where type == 'microsoft.resources/subscriptions' | project id";
    const answer = await azure.arm("POST", path, { body: { query }, as: "reader" });
    expect(answer.headers.get("x-ms-user-quota-remaining")).toBe("14");
    expect(answer.body.data).toEqual([{ id: `/subscriptions/${subscriptionId}` }]);
    const guest = await azure.arm("POST", path, { body: { query }, as: "guest" });
    expect(guest.body.data).toEqual([]);
  });
});
