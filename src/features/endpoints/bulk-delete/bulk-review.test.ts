import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idKey } from "../../../azure/resource-id";
import type { InstancesUsage } from "../../../queries/endpoint-usage";
import { inNameOrder, isConfirmed, reviewOf } from "./bulk-review";

const instanceId =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i";
const target = (name: string) => ({
  id: `${instanceId}/registryEndpoints/${name}`,
  ...{ name, host: "ghcr.io", instanceId, instanceName: "i", subscriptionName: "s" },
});
const usedBy = (names: string[], incomplete: string[] = []): InstancesUsage => ({
  users: new Map(
    names.map((name) => [
      idKey(target(name).id),
      [{ id: `${instanceId}/g`, name: "g", kind: "dataflowGraph" as const }],
    ]),
  ),
  answered: new Set(),
  incomplete,
});
const inputs = {
  targets: inNameOrder(["zebra", "Default", "acr"].map(target)),
  usage: usedBy(["zebra"]),
  isUsageRead: true,
  leftOut: new Set<string>(),
  systemTyped: "",
};
const namesOf = (review: ReturnType<typeof reviewOf>) =>
  review.included.map((row) => row.target.name);

describe("a review", () => {
  test("has what is in use first", () => {
    const { rows, uses } = reviewOf(inputs);
    expect(rows.map((row) => [row.target.name, row.use])).toEqual([
      ["zebra", "used"],
      ["acr", "unused"],
      ["Default", "unused"],
    ]);
    expect(uses).toEqual({ used: 1, unused: 1, unknown: 0, looking: 0 });
  });

  test("lets what is in use go no sooner than the rest", () => {
    expect(namesOf(reviewOf({ ...inputs, systemTyped: "default" }))).toEqual([
      ...["acr", "Default", "zebra"],
    ]);
  });

  test("never says unused of what could not be read, or was not read yet", () => {
    const of = (change: object) =>
      new Set(reviewOf({ ...inputs, ...change }).rows.map(({ use }) => use));
    expect(of({ usage: usedBy([], ["Graphs of i could not be read."]) })).toEqual(
      new Set(["unknown"]),
    );
    expect(of({ usage: undefined })).toEqual(new Set(["unknown"]));
    expect(of({ usage: usedBy([]), isUsageRead: false })).toEqual(new Set(["looking"]));
    expect(of({ usage: usedBy(["acr"], ["x"]), isUsageRead: false })).toEqual(
      new Set(["looking", "used"]),
    );
  });

  test("says unused of an instance that has answered, whatever the others do", () => {
    const usage = { ...usedBy(["acr"], ["x"]), answered: new Set([idKey(instanceId)]) };
    for (const isUsageRead of [true, false]) {
      expect(reviewOf({ ...inputs, usage, isUsageRead }).uses).toEqual({
        ...{ used: 1, unused: 1, unknown: 0, looking: 0 },
      });
    }
  });

  test("lets system endpoints go only where their name is typed, and what is left out never", () => {
    const typedOnly = fc.oneof(
      fc.string(),
      fc.constantFrom("default", " default ", "Default", "d"),
    );
    fc.assert(
      fc.property(typedOnly, fc.subarray(["zebra", "Default", "acr"]), (systemTyped, out) => {
        const leftOut = new Set(out.map((name) => idKey(target(name).id)));
        const names = namesOf(reviewOf({ ...inputs, systemTyped, leftOut }));
        for (const name of ["zebra", "Default", "acr"]) {
          const isAllowed = name !== "Default" || systemTyped.trim() === "default";
          expect(names.includes(name)).toBe(isAllowed && !out.includes(name));
        }
      }),
    );
  });
});

describe("the confirmation", () => {
  test("of a few is the button alone, and of none nothing", () => {
    expect([isConfirmed("", 0), isConfirmed("", 1), isConfirmed("", 9)]).toEqual([
      ...[false, true, true],
    ]);
  });

  test("of many takes their number, however written, or the word, and nothing else", () => {
    for (const typed of ["5000", "5,000", " 5 000 ", "5.000", "delete", "DELETE "]) {
      expect(isConfirmed(typed, 5_000)).toBe(true);
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String)), (typed) => {
        const digits = typed.replaceAll(/\D/g, "");
        const isRight = digits === "120" || typed.trim().toLowerCase() === "delete";
        expect(isConfirmed(typed, 120) && !isRight).toBe(false);
      }),
    );
  });
});
