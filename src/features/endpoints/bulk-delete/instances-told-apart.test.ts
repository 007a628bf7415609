import { expect, test } from "vitest";
import { toldApart } from "./instances-told-apart";

/** An endpoint of the instance `aio`, unless another is named. */
const target = (subscriptionId: string, group: string, more: object = {}) => {
  const instanceId = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.IoTOperations/instances/aio`;
  return {
    ...{ id: `${instanceId}/registryEndpoints/acr`, name: "acr", host: "", instanceId },
    ...{ instanceName: "aio", subscriptionName: `Contoso ${subscriptionId}`, ...more },
  };
};
const told = (...targets: ReturnType<typeof target>[]) =>
  toldApart(targets).map(({ instanceName }) => instanceName);

test("an instance is called by its name alone where no other has it", () => {
  const other = target("s2", "rg", { instanceName: "other" });
  expect(told(target("s1", "rg"), target("s1", "rg", { name: "ghcr" }), other)).toEqual([
    ...["aio", "aio", "other"],
  ]);
});

test("instances of one name say their subscription", () => {
  expect(told(target("s1", "rg"), target("s2", "rg"))).toEqual([
    "aio (Contoso s1)",
    "aio (Contoso s2)",
  ]);
});

test("instances of one name and subscription say their resource group too, and no other does", () => {
  expect(told(target("s1", "a"), target("s1", "b"), target("s2", "a"))).toEqual([
    ...["aio (Contoso s1, a)", "aio (Contoso s1, b)", "aio (Contoso s2)"],
  ]);
});

test("subscriptions of one name are told apart by their ids", () => {
  const of = (id: string) => target(id, "rg", { subscriptionName: "Contoso" });
  expect(told(of("s1"), of("s2"))).toEqual(["aio (s1, rg)", "aio (s2, rg)"]);
});

test("an instance is one however its id is written", () => {
  const { instanceId, ...own } = target("s1", "rg");
  expect(told(target("s1", "rg"), { ...own, instanceId: instanceId.toUpperCase() })).toEqual([
    ...["aio", "aio"],
  ]);
});
