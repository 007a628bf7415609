import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeSiteIds } from "../../scenarios/seeds/edge-site-ids";
import { sites } from "../../scenarios/contoso/sites";
import { objectsYaml } from "../../scenarios/seeds/secret-sync";
import { contosoWorld, refusal } from "../provider-fixture";
import { objectPath } from "./contract";
import { secretObjectsOf } from "./secret-objects";

const id = edgeSiteIds(sites.gothenburg).providerClass;

function putWith(change: Record<string, unknown>) {
  const { put, store } = contosoWorld();
  const before = store.get(id);
  return put(id, { ...before, properties: { ...before?.properties, ...change } });
}

describe("objects of a provider class", () => {
  it("are read in both indentations, with further keys", () => {
    for (const indent of [2, 4] as const) {
      const text = objectsYaml(["one", "two"], indent, { objectVersion: "'7'" });
      expect(secretObjectsOf(text).map((object) => object.objectName)).toEqual(["one", "two"]);
    }
  });

  it.each([undefined, "", "  \n", "array:\n", "array: []\n"])("may be nothing: %j", (objects) => {
    expect(secretObjectsOf(objects)).toEqual([]);
  });

  it("are known to secret syncs by their alias", () => {
    expect(secretObjectsOf("array:\n  - |\n    objectName: a\n    objectAlias: b\n")).toEqual([
      { objectName: "a", path: "b" },
    ]);
  });

  it("survive being written and read, whatever the names", () => {
    const name = fc
      .stringMatching(/^[a-zA-Z0-9-]{1,20}$/)
      .filter((text) => /[a-zA-Z]/.test(text[0] ?? ""));
    fc.assert(
      fc.property(fc.array(name), fc.constantFrom<2 | 4>(2, 4), (names, indent) => {
        const objects = secretObjectsOf(
          objectsYaml(
            names.map((text) => JSON.stringify(text)),
            indent,
          ),
        );
        expect(objects.map((object) => object.objectName)).toEqual(names);
      }),
    );
  });

  it.each([
    ["items that are mappings, not strings", "array:\n  - objectName: a\n    objectType: secret\n"],
    ["another member than array", "- a\n"],
    ["broken YAML", "array: [\n"],
    ["an item without objectName", "array:\n  - |\n    objectType: secret\n"],
    ["an item that is broken YAML", "array:\n  - |\n    objectName: [\n"],
    ["an unknown type", "array:\n  - |\n    objectName: a\n    objectType: password\n"],
  ])("are refused for %s", (_, objects) => {
    expect(refusal(() => putWith({ objects })).error.target).toBe("properties.objects");
  });
});

it.each([
  ["a client id that is no GUID", { clientId: "me" }, "properties.clientId"],
  ["no vault", { keyvaultName: undefined }, "properties.keyvaultName"],
  ["an unknown member", { keyVaultName: "kv" }, "properties.keyVaultName"],
])("a provider class is refused for %s", (_, change, target) => {
  expect(refusal(() => putWith(change)).error.target).toBe(target);
});

it("a PUT replaces the whole list of objects", () => {
  const objects = objectsYaml(["only-one"]);
  expect(putWith({ objects }).properties.objects).toBe(objects);
});

it("the linear path pattern accepts what the published one does", () => {
  const published = /^[A-Za-z0-9.]([-A-Za-z0-9]+([-._a-zA-Z0-9]?[A-Za-z0-9])*)?(\/([0-9]+))*$/;
  const text = fc.string({ unit: fc.constantFrom(..."aB1.-_/"), maxLength: 12 });
  fc.assert(
    fc.property(text, (path) => {
      expect(objectPath.test(path)).toBe(published.test(path));
    }),
    { numRuns: 2_000 },
  );
});
