import { expect, test } from "vitest";
import { createTestAzure, errorOf, origin, type Answer } from "../test-azure";
import type { StoredResource } from "../store";

/** A type whose resources are listed. */
export interface ListContract {
  type: string;
  apiVersions: readonly string[];
  idOf: (name: string) => string;
}

/** Three pages, the last of them not full. */
const COUNT = 120;
const PAGE_SIZE = 50;

/**
 * Tests of every list operation of a type: below its parent, or its resource group and its subscription.
 *
 * @param seed members of the resources that are listed
 */
export function testLists(
  { type, apiVersions, idOf }: ListContract,
  seed: Omit<StoredResource, "id" | "name" | "type">,
): void {
  const azure = createTestAzure({
    scenario: "contoso",
    scenarios: undefined,
    providers: undefined,
  });
  const version = apiVersions.at(-1) ?? "";
  const below = idOf("x").slice(0, -"/x".length);
  const [, own = "", group = "", provider = ""] =
    /^(\/subscriptions\/[^/]+)(\/resourceGroups\/[^/]+)(\/providers\/.*)$/.exec(below) ?? [];
  const isNested = type.split("/").length > 2;
  /** Where the type is listed; each with all that is below it. */
  const places = isNested ? [below] : [below, `${own}${provider}`];
  /** Where there is nothing: the parent is there. */
  const emptyParent = isNested
    ? `${below.slice(0, below.lastIndexOf("/"))}-empty`
    : `${own}${group}-empty`;
  const empty = `${emptyParent}${isNested ? below.slice(below.lastIndexOf("/")) : provider}`;

  const resource = (id: string, more: typeof seed = { properties: {} }): StoredResource => ({
    type: isNested ? type.slice(0, type.lastIndexOf("/")) : "Microsoft.Resources/resourceGroups",
    ...more,
    id,
    name: id.slice(id.lastIndexOf("/") + 1),
  });
  azure.store.put({ ...resource(emptyParent), location: "northeurope" });
  for (let at = 0; at < COUNT; at += 1) {
    const id = idOf(`listed-${String(at).padStart(3, "0")}`);
    azure.store.put({ ...resource(id, seed), type });
  }

  const list = (path: string, query = `api-version=${version}`) =>
    azure.arm("GET", `${path}?${query}`);
  const pagesOf = async (path: string, apiVersion = version) => {
    const pages: StoredResource[][] = [];
    for (let next: unknown = `${path}?api-version=${apiVersion}`; typeof next === "string";) {
      const { status, body } = await azure.arm("GET", next);
      expect([status, body.error]).toEqual([200, undefined]);
      expect(Object.keys(body).filter((key) => key !== "nextLink")).toEqual(["value"]);
      pages.push(body.value as StoredResource[]);
      next = body.nextLink;
      if (typeof next !== "string") continue;
      const link = new URL(next);
      // Followed as it is: it says all that the next request needs.
      expect([link.origin, link.pathname]).toEqual([origin, path]);
      expect(link.searchParams.get("api-version")).toBe(apiVersion);
    }
    return pages;
  };

  test.each(apiVersions)(
    `${type} %s is listed in pages, each resource once`,
    async (apiVersion) => {
      for (const place of places) {
        const pages = await pagesOf(place, apiVersion);
        const listed = pages.flat();
        expect(pages.slice(0, -1).every((page) => page.length === PAGE_SIZE)).toBe(true);
        expect(pages.length).toBe(Math.ceil(listed.length / PAGE_SIZE));
        expect(pages.length).toBeGreaterThan(2);
        const stored = azure.store.list(type, isNested || place === below ? ownerOf(place) : own);
        expect(listed.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
        for (const item of [listed[0], listed.at(-1)]) {
          expect((await list(item?.id ?? "")).body).toEqual(item);
        }
      }
    },
  );

  /** Whose resources a collection's are: what is before its last type, for a top-level one its scope. */
  const ownerOf = (place: string) =>
    isNested
      ? place.slice(0, place.lastIndexOf("/"))
      : place.slice(0, place.indexOf("/providers/"));

  test(`${type}: what comes and goes between two pages upsets nothing`, async () => {
    const first = await list(below);
    const [gone] = (first.body.value as StoredResource[]).filter(({ name }) =>
      name.startsWith("listed-"),
    );
    azure.store.delete(gone?.id ?? "");
    azure.store.put({ ...resource(idOf("a-late"), seed), type });
    const rest = await pagesOf(`${below}`);
    const second = await azure.arm("GET", String(first.body.nextLink));
    const shown = [first, second].flatMap(({ body }) => body.value as StoredResource[]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    expect(rest.flat().map(({ name }) => name)).toContain("a-late");
    azure.store.delete(idOf("a-late"));
    if (gone) azure.store.put(gone);
  });

  test(`${type}: an empty list is a page with nothing, and nothing follows`, async () => {
    const answer = await list(empty);
    expect([answer.status, answer.body]).toEqual([200, { value: [] }]);
  });

  test(`${type}: nothing follows a page that is full and the last`, async () => {
    const ids = Array.from({ length: PAGE_SIZE }, (_, at) => `${empty}/full-${at}`);
    for (const id of ids) azure.store.put({ ...resource(id, seed), type });
    const { body } = await list(empty);
    expect([(body.value as unknown[]).length, body.nextLink]).toEqual([PAGE_SIZE, undefined]);
    for (const id of ids) azure.store.delete(id);
  });

  const missing = `/subscriptions/${"0".repeat(8)}-0000-4000-8000-000000000000`;
  test.each<[string, string, number, string]>([
    ["an unknown subscription", below.replace(own, missing), 404, "SubscriptionNotFound"],
    [
      "a subscription that is no id",
      below.replace(own, "/subscriptions/x"),
      400,
      "InvalidSubscriptionId",
    ],
    ["an unknown group", below.replace(group, `${group}-none`), 404, "ResourceGroupNotFound"],
    ...(isNested
      ? ([
          ["an unknown parent", empty.replace("-empty", "-none"), 404, "ParentResourceNotFound"],
        ] as const)
      : []
    ).map((row): [string, string, number, string] => [...row]),
  ])(`${type}: the list of %s is refused`, async (_, path, status, code) => {
    expectRefusal(await list(path), status, code);
  });

  test(`${type}: queries, callers and methods that a list does not have are refused`, async () => {
    expectRefusal(await list(below, ""), 400, "MissingApiVersionParameter");
    expectRefusal(await list(below, "api-version=2019-01-01"), 400, "NoRegisteredProviderFound");
    const query = `api-version=${version}`;
    expectRefusal(await list(below, `${query}&$skiptoken=2`), 400, "InvalidSkipToken");
    expectRefusal(await list(below, `${query}&$filter=x`), 501, "NotImplemented");
    // The contract has no `$top`.
    expect((await list(below, `${query}&$top=1`)).body.value).toHaveLength(PAGE_SIZE);
    for (const method of ["PUT", "POST", "PATCH", "DELETE"]) {
      const body = method === "DELETE" ? undefined : {};
      expectRefusal(await azure.arm(method, `${below}?${query}`, { body }), 501, "NotImplemented");
    }
    for (const place of places) {
      const as = (key: "guest" | null) => azure.arm("GET", `${place}?${query}`, { as: key });
      expectRefusal(await as(null), 401, "AuthenticationFailed");
      expectRefusal(await as("guest"), 403, "AuthorizationFailed");
    }
  });
}

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  expect(Object.keys(answer.body)).toEqual(["error"]);
  expect(errorOf(answer).message).toMatch(/./);
}
