import { describe, expect, it } from "vitest";
import { personas } from "../entra/personas";
import { roleDefinitionOf } from "../providers/authorization/role-definitions";
import { providers } from "../providers";
import { secretObjectsOf } from "../providers/secret-sync/secret-objects";
import { createStore, type StoredResource } from "../store";
import { busyNames } from "./busy";
import { emptyInstanceIds } from "./empty";
import { scenarios } from "./index";

const now = Date.parse("2026-11-21T12:00:00Z");
const types = providers.flatMap((provider) => provider.resourceTypes);
const endpointType = "Microsoft.IoTOperations/instances/registryEndpoints";
const instanceType = "Microsoft.IoTOperations/instances";

function load(name: string) {
  const resources = scenarios[name]?.build(now) ?? [];
  const store = createStore();
  for (const resource of resources) store.put(resource);
  return { resources, store };
}

/** Id of what a resource stands below: its parent resource, else its resource group or subscription. */
function containerOf({ id, type }: StoredResource): string | undefined {
  if (type === "Microsoft.Resources/subscriptions") return undefined;
  const isNested = type.split("/").length > 2 || type === "Microsoft.Resources/resourceGroups";
  return isNested
    ? id.split("/").slice(0, -2).join("/")
    : id.slice(0, id.lastIndexOf("/providers/"));
}

describe.each(Object.keys(scenarios))("the scenario %s", (name) => {
  const { resources, store } = load(name);

  it("is the same each time", () => {
    expect(scenarios[name]?.build(now)).toEqual(resources);
  });

  it("has every id once, and every resource below another that exists", () => {
    expect(new Set(resources.map(({ id }) => id.toLowerCase())).size).toBe(resources.length);
    const orphans = resources.filter((resource) => {
      const container = containerOf(resource);
      return container !== undefined && !store.get(container);
    });
    expect(orphans.map(({ id }) => id)).toEqual([]);
  });

  it("names every resource as its type allows, and as its id ends", () => {
    for (const resource of resources) {
      const rule = types.find(({ type }) => type === resource.type)?.name;
      if (!rule) {
        expect(resource.type).toMatch(/^Microsoft\.Resources\//);
        continue;
      }
      expect(resource.id.endsWith(`/${resource.name}`)).toBe(true);
      expect(resource.name).toMatch(rule.pattern);
      expect(resource.name.length).toBeGreaterThanOrEqual(rule.minLength);
      expect(resource.name.length).toBeLessThanOrEqual(rule.maxLength);
    }
  });

  it("resolves every reference between resources", () => {
    for (const { id, properties, extendedLocation, identity } of resources) {
      const defaultClass = properties.defaultSecretProviderClassRef as
        { resourceId: string } | undefined;
      const references = [
        extendedLocation?.name,
        properties.hostResourceId,
        defaultClass?.resourceId,
        ...((properties.clusterExtensionIds as string[] | undefined) ?? []),
        ...Object.keys(identity?.userAssignedIdentities ?? {}),
        ...(id.includes("/roleAssignments/")
          ? [properties.scope, properties.roleDefinitionId]
          : []),
      ];
      for (const reference of references as (string | undefined)[]) {
        if (reference !== undefined) expect(store.get(reference), reference).toBeDefined();
      }
    }
  });

  it("gives roles that exist to principals that exist", () => {
    const principals = new Set<unknown>(personas.map((persona) => persona.objectId));
    for (const { identity, properties, type } of resources) {
      if (type === "Microsoft.Authorization/roleAssignments") continue;
      principals.add(identity?.principalId);
      principals.add(properties.principalId);
    }
    for (const { properties } of store.list("Microsoft.Authorization/roleAssignments")) {
      expect(roleDefinitionOf(String(properties.roleDefinitionId))).toBeDefined();
      expect(principals).toContain(properties.principalId);
    }
  });

  it("has provider classes that can be read, and secrets without values", () => {
    for (const { properties } of store.list(
      "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
    )) {
      expect(() => secretObjectsOf(properties.objects as string)).not.toThrow();
    }
    for (const { properties } of store.list("Microsoft.KeyVault/vaults/secrets")) {
      expect(properties).not.toHaveProperty("value");
    }
  });

  it("dates nothing in the future", () => {
    for (const { systemData } of resources) {
      if (systemData)
        expect(Date.parse(String(systemData.lastModifiedAt))).toBeLessThanOrEqual(now);
    }
  });
});

it("every endpoint of every scenario would be accepted by its own provider", () => {
  const put = types.find(({ type }) => type === endpointType)?.put;
  for (const name of Object.keys(scenarios)) {
    const { store } = load(name);
    for (const endpoint of store.list(endpointType)) {
      const parentId = endpoint.id.split("/").slice(0, -2).join("/");
      if (store.get(parentId)?.properties.provisioningState === "Deleting") continue;
      const target = { id: endpoint.id, name: endpoint.name, subscriptionId: "", parentId };
      const context = { store, require: () => undefined };
      expect(() => put?.prepare(endpoint, target, undefined, context as never)).not.toThrow();
    }
  }
});

it("empty has two instances and no endpoint", () => {
  const { store } = load("empty");
  expect(store.list(instanceType).map(({ id }) => id)).toEqual(Object.values(emptyInstanceIds));
  expect(store.list(endpointType)).toEqual([]);
});

describe("busy", () => {
  const { store } = load("busy");

  it("has 1,500 endpoints on 60 instances and 600 secrets in one vault", () => {
    expect(store.list(endpointType)).toHaveLength(1_500);
    expect(store.list(instanceType)).toHaveLength(60);
    expect(store.list("Microsoft.KeyVault/vaults/secrets", busyNames.vaultId)).toHaveLength(600);
  });

  it("hides its needle beyond the first thousand by id, and its last secret on the last page", () => {
    const endpoints = store.list(endpointType).map(({ name }) => name);
    expect(endpoints.indexOf(busyNames.needle)).toBeGreaterThan(1_000);
    expect(endpoints.filter((name) => name === busyNames.needle)).toHaveLength(1);
    expect(store.list("Microsoft.KeyVault/vaults/secrets").at(-1)?.name).toBe(busyNames.lastSecret);
  });
});
