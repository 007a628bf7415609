import { describe, expect, it } from "vitest";
import { createStore, type StoredResource } from "../store";
import { syncOutcome } from "../providers/secret-sync/sync-outcome";
import { contoso } from "./contoso";
import {
  endpointIds,
  gothenburgSecrets,
  identityIds,
  instanceIds,
  loginServers,
  registryIds,
  subscriptionIds,
  vaultIds,
} from "./contoso-names";

const now = Date.parse("2026-11-21T12:00:00Z");
const store = createStore();
for (const resource of contoso.build(now)) store.put(resource);

const instances = store.list("Microsoft.IoTOperations/instances");
const endpoints = store.list("Microsoft.IoTOperations/instances/registryEndpoints");
const syncs = store.list("Microsoft.SecretSyncController/secretSyncs");

const methodOf = ({ properties }: StoredResource) =>
  (properties.authentication as { method: string }).method;

const conditionOf = (name: string) => {
  const status = syncs.find((sync) => sync.name === name)?.properties.status as
    { conditions: Record<string, unknown>[] } | undefined;
  return status?.conditions.at(-1);
};

it("has what its constants name", () => {
  const ids = [instanceIds, vaultIds, registryIds, identityIds, endpointIds].flatMap((names) =>
    Object.values<string>(names),
  );
  for (const id of ids) expect(store.get(id), id).toBeDefined();
  for (const [key, id] of Object.entries(registryIds)) {
    expect(store.get(id)?.properties.loginServer).toBe(
      loginServers[key as keyof typeof loginServers],
    );
  }
});

it("has three subscriptions and one of another tenant, at least twelve sites and forty endpoints of all four methods", () => {
  expect(store.list("Microsoft.Resources/subscriptions")).toHaveLength(4);
  expect(Object.keys(subscriptionIds)).toHaveLength(3);
  expect(
    new Set(instances.map(({ extendedLocation }) => extendedLocation?.name)).size,
  ).toBeGreaterThanOrEqual(12);
  expect(endpoints.length).toBeGreaterThanOrEqual(40);
  expect(new Set(endpoints.map(methodOf)).size).toBe(4);
});

it("has the default endpoint on every instance from 1.2 on, and only there", () => {
  for (const { id, properties } of instances) {
    const isOld = String(properties.version).startsWith("1.1.");
    const found = store.get(`${id}/registryEndpoints/default`);
    expect(found?.properties.host, id).toBe(isOld ? undefined : "mcr.microsoft.com");
  }
});

it("has instances that are too old, failed, being deleted, disconnected, and without secure settings", () => {
  const stateOf = (id: string) => store.get(id)?.properties.provisioningState;
  expect(store.get(instanceIds.eindhoven)?.properties.version).toBe("1.1.59");
  expect(stateOf(instanceIds.detroit)).toBe("Failed");
  expect(stateOf(instanceIds.zurich)).toBe("Deleting");
  expect(store.get(instanceIds.turin)?.properties.defaultSecretProviderClassRef).toBeUndefined();
  const offline = store
    .list("Microsoft.Kubernetes/connectedClusters")
    .filter(({ properties }) => properties.connectivityStatus === "Offline");
  expect(offline.map(({ name }) => name)).toEqual(["arc-aio-toronto"]);
});

it("has one operator extension on each cluster, with the identity that pulls", () => {
  for (const cluster of store.list("Microsoft.Kubernetes/connectedClusters")) {
    const operator = store
      .list("Microsoft.KubernetesConfiguration/extensions", cluster.id)
      .filter(({ properties }) => properties.extensionType === "microsoft.iotoperations");
    expect(operator).toHaveLength(1);
    expect(operator[0]?.identity?.principalId).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it("has endpoints on hosts of other clouds and vendors, and in states that are not Succeeded", () => {
  const hosts = endpoints.map(({ properties }) => String(properties.host));
  for (const part of [
    "ghcr.io",
    "docker.io",
    "quay.io",
    "harbor.",
    ".ecr.",
    "pkg.dev",
    ".azurecr.us",
    ".azurecr.cn",
  ]) {
    expect(
      hosts.some((host) => host.includes(part)),
      part,
    ).toBe(true);
  }
  const states = new Set(endpoints.map(({ properties }) => properties.provisioningState));
  expect(states).toEqual(new Set(["Succeeded", "Failed", "Provisioning", "Deleting"]));
});

it("has secrets that are disabled, expired and not yet active, beyond one page of 25", () => {
  const secrets = store.list("Microsoft.KeyVault/vaults/secrets", vaultIds.gothenburg);
  const attributesOf = (name: string) =>
    secrets.find((secret) => secret.name === name)?.properties.attributes as Record<string, number>;
  expect(secrets.slice(25).map(({ name }) => name)).toContain(gothenburgSecrets.onSecondPage);
  expect(attributesOf(gothenburgSecrets.disabled).enabled).toBe(false);
  expect(attributesOf(gothenburgSecrets.expired).exp).toBeLessThan(now / 1_000);
  expect(attributesOf(gothenburgSecrets.notYetActive).nbf).toBeGreaterThan(now / 1_000);
  for (const name of gothenburgSecrets.usable) expect(attributesOf(name).enabled).toBe(true);
});

describe("secret syncs", () => {
  it.each([
    ["ghcr-pull", "True", "CreateSucceeded"],
    ["harbor-pull", "True", "CreateSucceeded"],
    ["quay-pull", "True", "CreateSucceeded"],
    ["dockerhub-pull", "False", "ProviderError"],
    ["ecr-pull", "False", "ControllerSpcError"],
    ["acr-token-pull", "False", "ControllerSpcError"],
    ["retired-pull", "False", "ProviderError"],
    ["artifactory-pull", "True", "CreateSucceeded"],
  ])("%s is %s with %s", (name, status, reason) => {
    expect(conditionOf(name)).toMatchObject({ status, reason });
  });

  it("of an offline cluster says what was true when it last reported", () => {
    const sync = syncs.find(({ name }) => name === "artifactory-pull");
    if (!sync) throw new Error("artifactory-pull is missing.");
    expect(syncOutcome(sync, store, now).isSynced).toBe(true);
    expect(sync.properties.status).toMatchObject({
      lastSuccessfulSyncTime: "2026-11-12T12:00:00.000Z",
    });
  });
});

it("has graphs and connectors that name endpoints of their own instance, but for one whose endpoint is gone", () => {
  const consumers = [
    ...store.list("Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs"),
    ...store.list("Microsoft.IoTOperations/instances/akriConnectorTemplates"),
  ];
  const broken = consumers.filter(({ id, properties }) => {
    const names = [...JSON.stringify(properties).matchAll(/"registryEndpointRef":"([^"]+)"/g)];
    const instanceId = id.split("/").slice(0, 9).join("/");
    return names.some(([, name]) => !store.get(`${instanceId}/registryEndpoints/${name}`));
  });
  expect(consumers.length).toBeGreaterThan(10);
  expect(broken.map(({ name }) => name)).toEqual(["old-scanner"]);
});
