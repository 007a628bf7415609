import { expect } from "vitest";
import { providers } from "../providers";
import { parseArmPath } from "../resource-manager/arm-path";
import type { StoredResource } from "../store";
import type { TestAzure } from "../test-azure";

const types = new Map(
  providers.flatMap(({ resourceTypes }) =>
    resourceTypes.map((resourceType) => [resourceType.type, resourceType] as const),
  ),
);

/** Whatever happened before: every id can be parsed, every resource read, and lists hold what reads give. */
export async function expectSoundStore(
  azure: Pick<TestAzure, "store" | "arm">,
  token: string,
): Promise<void> {
  const authorization = { as: null, headers: { authorization: `Bearer ${token}` } } as const;
  const collections = new Map<string, StoredResource[]>();
  for (const resource of azure.store.all()) {
    const { id, name, type } = resource;
    expect(parseArmPath(id), id).toBeDefined();
    expect(azure.store.get(id), id).toBe(resource);
    expect(JSON.parse(JSON.stringify(resource)), id).toEqual(resource);
    const resourceType = types.get(type);
    if (!resourceType) continue;
    expect(id.endsWith(`/${name}`), id).toBe(true);
    expect(name, id).toMatch(resourceType.name.pattern);
    const collection = id.slice(0, -name.length - 1);
    const isListed = resourceType.list && !resourceType.list.select;
    if (isListed) collections.set(collection, [...(collections.get(collection) ?? []), resource]);
  }
  for (const [collection, resources] of collections) {
    const version = types.get(resources[0]?.type ?? "")?.apiVersions.at(-1) ?? "";
    const listed: unknown[] = [];
    for (let next: unknown = `${collection}?api-version=${version}`; typeof next === "string";) {
      const { status, body } = await azure.arm("GET", next, authorization);
      expect(status, collection).toBe(200);
      listed.push(...(body.value as unknown[]));
      next = body.nextLink;
    }
    const read = [];
    for (const { id } of resources) {
      const { status, body } = await azure.arm(
        "GET",
        `${id}?api-version=${version}`,
        authorization,
      );
      expect([status, body.id], id).toEqual([200, id]);
      read.push(body);
    }
    const byId = (a: unknown, b: unknown) =>
      String((a as StoredResource).id).toLowerCase() <
      String((b as StoredResource).id).toLowerCase()
        ? -1
        : 1;
    expect(listed, collection).toEqual(read.sort(byId));
  }
}
