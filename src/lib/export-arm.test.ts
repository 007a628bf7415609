import fc from "fast-check";
import { expect, test } from "vitest";
import { armTemplateOfMany } from "./export-arm";

interface Template {
  resources: {
    type: string;
    name: string;
    resourceGroup?: string;
    subscriptionId?: string;
    properties: { template?: Template; host?: string };
  }[];
}

const document = { extendedLocation: { name: "/cl" }, properties: { host: "[ghcr.io]" } };
const endpoint = fc
  .record({
    name: fc.stringMatching(/^[a-z]{3,8}$/),
    instanceName: fc.constantFrom("one", "two"),
    resourceGroup: fc.constantFrom("rg", "RG", "other"),
    subscriptionId: fc.constantFrom("s", "t"),
  })
  .map((about) => ({ ...about, document }));

const parsed = (text: string) => JSON.parse(text) as Template;

test("every endpoint is once in the resource group that it is of", () => {
  fc.assert(
    fc.property(fc.array(endpoint, { maxLength: 30 }), (endpoints) => {
      const { resources } = parsed(armTemplateOfMany(endpoints));
      const groups = new Set(
        endpoints.map((one) => `${one.subscriptionId}/${one.resourceGroup}`.toLowerCase()),
      );
      const deployed =
        groups.size <= 1
          ? resources.map(({ name }) => `${[...groups][0] ?? ""} ${name}`)
          : resources.flatMap(({ subscriptionId = "", resourceGroup = "", properties }) =>
              (properties.template?.resources ?? []).map(
                ({ name }) => `${subscriptionId}/${resourceGroup}`.toLowerCase() + ` ${name}`,
              ),
            );
      const expected = endpoints.map(
        (one) =>
          `${one.subscriptionId}/${one.resourceGroup} `.toLowerCase() +
          `${one.instanceName}/${one.name}`,
      );
      expect(deployed.sort()).toEqual(expected.sort());
    }),
  );
});

test("no template has more than 800 resources, and a text that looks like an expression stays one", () => {
  const endpoints = Array.from({ length: 1_700 }, (_, at) => ({
    ...{ name: `e${at}`, instanceName: "i", resourceGroup: "rg", subscriptionId: "s", document },
  }));
  const { resources } = parsed(armTemplateOfMany(endpoints));
  const parts = resources.map(({ properties }) => properties.template?.resources ?? []);
  expect(parts.map(({ length }) => length)).toEqual([800, 800, 100]);
  expect(parts[0]?.[0]?.properties.host).toBe("[[ghcr.io]");
});
