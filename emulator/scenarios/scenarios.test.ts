import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { personas } from "../entra/personas";
import { roleDefinitionOf } from "../providers/authorization/role-definitions";
import { providers } from "../providers";
import { secretObjectsOf } from "../providers/secret-sync/secret-objects";
import { createStore, type ResourceStore, type StoredResource } from "../store";
import { busyNames } from "./busy";
import { emptyInstanceIds } from "./empty";
import { fleetNames } from "./fleet/fleet";
import { stressNames } from "./fleet/stress";
import { scenarios } from "./index";

const now = Date.parse("2026-11-21T12:00:00Z");
const types = providers.flatMap((provider) => provider.resourceTypes);
const rules = new Map(types.map(({ type, name }) => [type, name]));
const endpointType = "Microsoft.IoTOperations/instances/registryEndpoints";
const instanceType = "Microsoft.IoTOperations/instances";

const loaded = new Map<string, { resources: StoredResource[]; store: ResourceStore }>();

/** A scenario's resources; built once, since the large ones take their time. */
function load(name: string) {
  let found = loaded.get(name);
  if (!found) {
    const resources = scenarios[name]?.build(now) ?? [];
    const store = createStore();
    store.load(resources);
    loaded.set(name, (found = { resources, store }));
  }
  return found;
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
    // Compared one by one, since a failed comparison of a hundred thousand could not be shown.
    const again = scenarios[name]?.build(now) ?? [];
    expect(again).toHaveLength(resources.length);
    expect(again.find((one, at) => !isDeepStrictEqual(one, resources[at]))).toBeUndefined();
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
    const misnamed = resources.filter(({ id, name: last, type }) => {
      const rule = rules.get(type);
      if (!rule) return !type.startsWith("Microsoft.Resources/");
      const isOfLength = last.length >= rule.minLength && last.length <= rule.maxLength;
      return !isOfLength || !rule.pattern.test(last) || !id.endsWith(`/${last}`);
    });
    expect(misnamed.map(({ id }) => id)).toEqual([]);
  });

  it("resolves every reference between resources", () => {
    const dangling: [from: string, to: string][] = [];
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
        if (reference !== undefined && !store.get(reference)) dangling.push([id, reference]);
      }
    }
    expect(dangling).toEqual([]);
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
    const late = resources.filter(
      ({ systemData }) => systemData && Date.parse(String(systemData.lastModifiedAt)) > now,
    );
    expect(late.map(({ id }) => id)).toEqual([]);
  });

  it("has no endpoint that its own provider would refuse", () => {
    const put = types.find(({ type }) => type === endpointType)?.put;
    const refused = store.list(endpointType).filter((endpoint) => {
      const parentId = endpoint.id.split("/").slice(0, -2).join("/");
      if (store.get(parentId)?.properties.provisioningState === "Deleting") return false;
      const target = { id: endpoint.id, name: endpoint.name, subscriptionId: "", parentId };
      const context = { store, require: () => undefined };
      try {
        return !put?.prepare(endpoint, target, undefined, context as never);
      } catch {
        return true;
      }
    });
    expect(refused.map(({ id }) => id)).toEqual([]);
  });
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

describe.each([
  ["fleet", fleetNames],
  ["stress", stressNames],
] as const)("%s", (name, names) => {
  const { store } = load(name);
  const endpoints = store.list(endpointType);

  it("has as many endpoints and instances as it says", () => {
    expect(endpoints).toHaveLength(names.endpointCount);
    expect(store.list(instanceType)).toHaveLength(names.instanceCount);
    expect(store.list("Microsoft.Resources/subscriptions")).toHaveLength(names.subscriptionCount);
    const needles = endpoints.filter((endpoint) => endpoint.name === names.needle);
    expect(needles.map(({ id }) => id)).toEqual([
      `${names.needleInstanceId}/registryEndpoints/${names.needle}`,
    ]);
  });

  it("has every method and state, and sites of every kind", () => {
    const valuesOf = (of: (properties: Record<string, unknown>) => unknown) =>
      new Set(endpoints.map(({ properties }) => of(properties)));
    expect(valuesOf(({ authentication }) => (authentication as { method: string }).method)).toEqual(
      new Set([
        ...["Anonymous", "ArtifactPullSecret"],
        ...["SystemAssignedManagedIdentity", "UserAssignedManagedIdentity"],
      ]),
    );
    expect(valuesOf(({ provisioningState }) => provisioningState)).toEqual(
      new Set(["Succeeded", "Failed", "Updating", "Accepted", "Canceled", "Deleting"]),
    );
    expect(valuesOf(({ host }) => host).size).toBeGreaterThan(20);
    const instances = store.list(instanceType);
    const versions = new Set(instances.map(({ properties }) => properties.version));
    expect(versions).toEqual(new Set(["1.1.59", "1.2.112", "1.2.154", "1.2.189", "1.3.12"]));
    expect(instances.filter(({ tags }) => !tags?.site && !tags?.Site).length).toBeGreaterThan(5);
    expect(new Set(instances.map(({ location }) => location)).size).toBe(8);
  });

  it("has endpoints that several use, many that nobody uses, and users of what is gone", () => {
    const users = new Map<string, number>();
    for (const type of ["dataflowProfiles/dataflowGraphs", "akriConnectorTemplates"]) {
      for (const { id, properties } of store.list(`${instanceType}/${type}`)) {
        const instanceId = id.split("/").slice(0, 9).join("/");
        const names = [...JSON.stringify(properties).matchAll(/"registryEndpointRef":"([^"]+)"/g)];
        for (const [, used] of names) {
          const key = `${instanceId}/registryEndpoints/${used}`;
          users.set(key, (users.get(key) ?? 0) + 1);
        }
      }
    }
    const used = endpoints.filter(({ id }) => users.has(id));
    expect(used.length).toBeGreaterThan(400);
    expect(used.length).toBeLessThan(endpoints.length / 2);
    expect(used.filter(({ id }) => (users.get(id) ?? 0) > 1).length).toBeGreaterThan(100);
    expect([...users.keys()].filter((id) => !store.get(id)).length).toBeGreaterThan(5);
  });
});

it("stress is spread unevenly", () => {
  const { store } = load("stress");
  const counts = new Map(store.list(instanceType).map(({ id }) => [id, 0]));
  for (const { id } of store.list(endpointType)) {
    const instanceId = id.slice(0, id.lastIndexOf("/registryEndpoints/"));
    counts.set(instanceId, (counts.get(instanceId) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => a - b);
  expect(sorted[0]).toBe(0);
  expect(sorted.at(-1)).toBeGreaterThan(3_000);
  expect(sorted[250]).toBeLessThan(150);
});
