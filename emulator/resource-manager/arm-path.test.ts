import fc from "fast-check";
import { expect, test } from "vitest";
import { idOf, parseArmPath, scopeOf, type ArmPath } from "./arm-path";

const parse = (path: string) => parseArmPath(path) as ArmPath;

test("takes a nested resource apart", () => {
  const path = parse(
    "/subscriptions/s/resourcegroups/g/PROVIDERS/Test.Shop/shops/corner/items/one",
  );
  expect(path).toMatchObject({ subscriptionId: "s", resourceGroup: "g" });
  expect(path.parts).toEqual([
    { namespace: "Test.Shop", types: ["shops", "items"], names: ["corner", "one"] },
  ]);
  expect(scopeOf(path)).toBe("/subscriptions/s/resourceGroups/g");
});

test("takes an extension resource apart, and skips empty segments", () => {
  const path = parse(
    "/subscriptions/s/providers/A.B//c/d/providers/Microsoft.Authorization/permissions",
  );
  expect(path.parts[1]).toEqual({
    namespace: "Microsoft.Authorization",
    types: ["permissions"],
    names: [],
  });
  expect(scopeOf(path)).toBe("/subscriptions/s/providers/A.B/c/d");
});

test("is undefined for what is no path of Resource Manager", () => {
  for (const path of [
    "/",
    "/favicon.ico",
    "/subscriptions/s/other",
    "/providers",
    "/subscriptions/%E0%A4%A",
  ]) {
    expect(parseArmPath(path), path).toBeUndefined();
  }
});

test("spells every resource id as it was read", () => {
  const segment = fc
    .string({ minLength: 1 })
    .filter((text) => !/^(providers|\.{1,2})$/i.test(text) && !/[/\\]/.test(text));
  const pair = fc.tuple(segment, segment);
  const part = fc.tuple(segment, fc.array(pair, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(segment, fc.array(part, { minLength: 1, maxLength: 3 }), (group, parts) => {
      const tail = parts
        .map(([namespace, pairs]) => ["providers", namespace, ...pairs.flat()])
        .flat();
      const segments = ["subscriptions", "s", "resourceGroups", group, ...tail];
      const path = parse(`/${segments.map(encodeURIComponent).join("/")}`);
      expect(idOf(path)).toBe(`/${segments.join("/")}`);
    }),
  );
});
