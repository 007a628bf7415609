import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { childId, nameOf, parseResourceId, resourceGroupId, sameId } from "./resource-id";

const SUBSCRIPTION = "0a0a0a0a-0000-4000-8000-000000000001";
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-plants`;

describe("parseResourceId", () => {
  test("reads a subscription and a resource group", () => {
    expect(parseResourceId(`/subscriptions/${SUBSCRIPTION}`)).toEqual({
      id: `/subscriptions/${SUBSCRIPTION}`,
      subscriptionId: SUBSCRIPTION,
      type: "Microsoft.Resources/subscriptions",
      name: SUBSCRIPTION,
    });
    expect(parseResourceId(GROUP)).toEqual({
      id: GROUP,
      subscriptionId: SUBSCRIPTION,
      resourceGroup: "rg-plants",
      type: "Microsoft.Resources/resourceGroups",
      name: "rg-plants",
      parentId: `/subscriptions/${SUBSCRIPTION}`,
    });
  });

  test("reads a nested resource with keywords in any case", () => {
    const instance = `/SUBSCRIPTIONS/${SUBSCRIPTION}/resourcegroups/RG/Providers/Microsoft.IoTOperations/instances/oslo`;
    expect(parseResourceId(`${instance}/registryEndpoints/default`)).toEqual({
      id: `${instance}/registryEndpoints/default`,
      subscriptionId: SUBSCRIPTION,
      resourceGroup: "RG",
      provider: "Microsoft.IoTOperations",
      type: "Microsoft.IoTOperations/instances/registryEndpoints",
      name: "default",
      parentId: instance,
    });
  });

  test("reads a resource that extends another", () => {
    const cluster = `${GROUP}/providers/Microsoft.Kubernetes/connectedClusters/arc-1`;
    const id = `${cluster}/providers/Microsoft.KubernetesConfiguration/extensions/aio`;
    expect(parseResourceId(id)).toMatchObject({
      resourceGroup: "rg-plants",
      provider: "Microsoft.KubernetesConfiguration",
      type: "Microsoft.KubernetesConfiguration/extensions",
      name: "aio",
      parentId: cluster,
    });
  });

  test("reads a resource directly in a subscription", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/x`;
    const parsed = parseResourceId(id);
    expect(parsed).toMatchObject({ type: "Microsoft.Authorization/roleDefinitions", name: "x" });
    expect(parsed?.resourceGroup).toBeUndefined();
    expect(parsed?.parentId).toBe(`/subscriptions/${SUBSCRIPTION}`);
  });

  test.each([
    "",
    "/",
    "nonsense",
    "/subscriptions",
    "/subscriptions/",
    `subscriptions/${SUBSCRIPTION}`,
    `${GROUP}/`,
    `${GROUP}/providers`,
    `${GROUP}/providers/Microsoft.KeyVault`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/kv/secrets`,
    `${GROUP}/resourceGroups/other`,
    `${GROUP}/things/one`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/..`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/kv?api-version=1`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/kv#fragment`,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/k\nv`,
    "/providers/Microsoft.Authorization/roleDefinitions/x",
    "https://management.azure.com/subscriptions/a",
  ])("refuses %j", (text) => {
    expect(parseResourceId(text)).toBeUndefined();
  });

  const segment = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((text) => !/[/?#\\\p{Cc}]/u.test(text) && text !== "." && text !== "..")
    .filter((text) => text.toLowerCase() !== "providers");

  test("gives back every part that an id was built from", () => {
    const parts = fc.record({
      subscription: segment,
      group: segment,
      provider: segment,
      path: fc.array(fc.tuple(segment, segment), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(parts, ({ subscription, group, provider, path }) => {
        const root = `${resourceGroupId(subscription, group)}/providers/${provider}`;
        const id = path.reduce((parent, [type, name]) => childId(parent, type, name), root);
        const parsed = parseResourceId(id);
        expect(parsed?.subscriptionId).toBe(subscription);
        expect(parsed?.resourceGroup).toBe(group);
        expect(parsed?.provider).toBe(provider);
        expect(parsed?.type).toBe([provider, ...path.map(([type]) => type)].join("/"));
        expect(parsed?.name).toBe(nameOf(id));
        if (path.length > 1) expect(parseResourceId(parsed?.parentId ?? "")).toBeDefined();
        const shouted = id.replace(/[a-z]/g, (letter) => letter.toUpperCase());
        expect(sameId(id, shouted)).toBe(true);
      }),
    );
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fc.constantFrom("subscriptions", "providers", "resourceGroups", "a", "")),
        ),
        (input) => {
          const text = typeof input === "string" ? input : `/${input.join("/")}`;
          const parsed = parseResourceId(text);
          if (parsed) expect(parsed.id).toBe(text);
        },
      ),
    );
  });
});
