import { describe, expect, test } from "vitest";
import { idKey } from "../../../azure/resource-id";
import { DELETE_ACTION } from "../endpoint-actions";
import { inNameOrder, reviewOf } from "./bulk-review";
import { deniedOf, instanceIdsOf, isDenied, namesText } from "./bulk-rights";

const idOf = (instance: string) =>
  `/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/${instance}`;
const target = (instance: string, name: string) => ({
  id: `${idOf(instance)}/registryEndpoints/${name}`,
  ...{ name, host: "ghcr.io", instanceId: idOf(instance), instanceName: instance },
  subscriptionName: "s",
});
const targets = [
  ...[target("lyon", "acr"), target("LYON", "default"), target("lyon", "ghcr")],
  ...[target("austin", "acr"), target("porto", "acr")],
];
const includedOf = (change: { leftOut?: ReadonlySet<string>; systemTyped?: string } = {}) =>
  reviewOf({
    ...{ targets: inNameOrder(targets), usage: undefined, isUsageRead: true },
    ...{ leftOut: new Set<string>(), systemTyped: "" },
    ...change,
  }).included;
const deniedOn = (...instances: string[]) => new Set(instances.map((name) => idKey(idOf(name))));

test("an instance is asked about once, however its id is written", () => {
  expect(instanceIdsOf(targets).map(idKey)).toEqual(
    ["lyon", "austin", "porto"].map((name) => idKey(idOf(name))),
  );
});

describe("what Azure says", () => {
  test("denies where it has rights, but not this one", () => {
    expect(isDenied([{ actions: ["*/read"] }])).toBe(true);
    expect(isDenied([{ actions: ["*"], notActions: [DELETE_ACTION] }])).toBe(true);
    expect(isDenied([{ actions: ["*/read"] }, { actions: [DELETE_ACTION] }])).toBe(false);
  });

  test("denies nothing where it is empty", () => {
    expect(isDenied([])).toBe(false);
  });
});

describe("what may not be deleted", () => {
  const of = (...[included, denied]: Parameters<typeof deniedOf>) => {
    const { rows, instanceNames } = deniedOf(included, denied);
    return { ids: rows.map((row) => row.target.id), instanceNames };
  };

  test("is what goes of the instances that Azure named, and of no other", () => {
    expect(of(includedOf(), deniedOn("lyon", "porto", "elsewhere"))).toEqual({
      ids: [targets[0], targets[4], targets[2]].map((one) => one?.id),
      instanceNames: ["lyon", "porto"],
    });
    expect(of(includedOf({ systemTyped: "default" }), deniedOn("lyon")).ids).toHaveLength(3);
  });

  test("is nothing where Azure named none, or all of it was left out", () => {
    const nothing = { ids: [], instanceNames: [] };
    expect(of(includedOf(), deniedOn())).toEqual(nothing);
    const leftOut = new Set([targets[0], targets[2]].map((one) => idKey(one?.id ?? "")));
    expect(of(includedOf({ leftOut }), deniedOn("lyon"))).toEqual(nothing);
  });
});

test("names are listed up to three, and the others counted", () => {
  expect(namesText(["a"])).toBe("a");
  expect(namesText(["a", "b", "c"])).toBe("a, b and c");
  expect(namesText(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
