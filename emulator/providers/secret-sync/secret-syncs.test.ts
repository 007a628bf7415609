import { describe, expect, it } from "vitest";
import type { StoredResource } from "../../store";
import { gothenburgSecrets, instanceIds, vaultIds } from "../../scenarios/contoso-names";
import { edgeSiteIds } from "../../scenarios/seeds/edge-site-ids";
import { objectsYaml } from "../../scenarios/seeds/secret-sync";
import { sites } from "../../scenarios/contoso/sites";
import { contosoWorld, refusal } from "../provider-fixture";

const ids = edgeSiteIds(sites.gothenburg);
const group = instanceIds.gothenburg.split("/providers/")[0] ?? "";
const syncId = `${group}/providers/Microsoft.SecretSyncController/secretSyncs/new-pull`;

const extendedLocation = { name: ids.customLocation, type: "CustomLocation" };

const syncBody = (properties: Record<string, unknown> = {}) => ({
  location: "North Europe",
  extendedLocation,
  properties: {
    secretProviderClassName: ids.providerClass.split("/").at(-1),
    serviceAccountName: "aio-ssc-sa",
    kubernetesSecretType: "Opaque",
    objectSecretMapping: [
      { sourcePath: "ghcr-username", targetKey: "username" },
      { sourcePath: "ghcr-token", targetKey: "password" },
    ],
    ...properties,
  },
});

const mapping = (sourcePath: string, targetKey = "key") => ({
  objectSecretMapping: [{ sourcePath, targetKey }],
});

function conditions(sync: StoredResource | undefined) {
  const status = sync?.properties.status as { conditions?: Record<string, unknown>[] } | undefined;
  return status?.conditions;
}

describe("the status of a secret sync", () => {
  it("comes two seconds after the write and says that the secret was created", () => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody());
    clock.advance(1_999);
    expect(store.get(syncId)?.properties.status).toBeUndefined();
    clock.advance(1);
    expect(conditions(store.get(syncId))).toMatchObject([
      { type: "Create", status: "True", reason: "CreateSucceeded" },
    ]);
    expect(store.get(syncId)?.properties.status).toHaveProperty(
      "lastSuccessfulSyncTime",
      clock.iso(),
    );
  });

  it.each([
    [
      "a provider class that is not there",
      { secretProviderClassName: "spc-none" },
      "ControllerSpcError",
      "spc-none",
    ],
    [
      "an object that the provider class does not list",
      mapping("dockerhub-token"),
      "ControllerSpcError",
      "dockerhub-token",
    ],
    [
      "another service account",
      { serviceAccountName: "default" },
      "ProviderError",
      "azure-iot-operations:default",
    ],
    [
      "a docker configuration under another key",
      {
        kubernetesSecretType: "kubernetes.io/dockerconfigjson",
        ...mapping("harbor-docker-config"),
      },
      "UserInputValidationFailed",
      ".dockerconfigjson",
    ],
  ])("names %s", (_, properties, reason, named) => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody(properties));
    clock.advance(2_000);
    const [condition] = conditions(store.get(syncId)) ?? [];
    expect(condition).toMatchObject({ type: "Create", status: "False", reason });
    expect(condition?.message).toContain(named);
  });

  it.each([
    [gothenburgSecrets.disabled, "disabled"],
    [gothenburgSecrets.expired, "expired"],
    [gothenburgSecrets.notYetActive, "not active yet"],
    ["never-made", "not found"],
  ])("names the secret %s, which is %s", (name, why) => {
    const { put, clock, store } = contosoWorld();
    const providerClass = store.get(ids.providerClass);
    put(ids.providerClass, {
      ...providerClass,
      properties: { ...providerClass?.properties, objects: objectsYaml([name]) },
    });
    put(syncId, syncBody(mapping(name)));
    clock.advance(2_000);
    const [condition] = conditions(store.get(syncId)) ?? [];
    expect(condition).toMatchObject({ status: "False", reason: "ProviderError" });
    expect(condition?.message).toContain(name);
    expect(condition?.message).toContain(why);
  });

  it("turns good when what was missing is added to the provider class", () => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody(mapping("dockerhub-token")));
    clock.advance(2_000);
    const providerClass = store.get(ids.providerClass);
    const objects =
      String(providerClass?.properties.objects) + objectsYaml(["dockerhub-token"]).slice(7);
    put(ids.providerClass, {
      ...providerClass,
      properties: { ...providerClass?.properties, objects },
    });
    clock.advance(2_000);
    expect(conditions(store.get(syncId))).toMatchObject([{ type: "Create", status: "True" }]);
  });

  it("turns good when the missing secret is written", () => {
    const { put, clock, store } = contosoWorld();
    const providerClass = store.get(ids.providerClass);
    const objects = objectsYaml(["late-secret"]);
    put(ids.providerClass, {
      ...providerClass,
      properties: { ...providerClass?.properties, objects },
    });
    put(syncId, syncBody(mapping("late-secret")));
    clock.advance(2_000);
    expect(conditions(store.get(syncId))).toMatchObject([{ status: "False" }]);
    put(`${vaultIds.gothenburg}/secrets/late-secret`, { properties: { value: "x" } });
    clock.advance(2_000);
    expect(conditions(store.get(syncId))).toMatchObject([{ status: "True" }]);
  });

  it("stays as it is when a retry fails as before", () => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody(mapping("dockerhub-token")));
    clock.advance(2_000);
    const failed = store.get(syncId);
    put(`${vaultIds.gothenburg}/secrets/unrelated`, { properties: { value: "x" } });
    clock.advance(2_000);
    expect(store.get(syncId)).toBe(failed);
  });

  it("reports a later write under Update and tells a new value from an old one", () => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody());
    clock.advance(60_000);
    put(syncId, syncBody({ forceSynchronization: "1" }));
    clock.advance(2_000);
    expect(conditions(store.get(syncId))).toMatchObject([
      { type: "Create" },
      { type: "Update", reason: "NoValueChange" },
    ]);
    put(`${vaultIds.gothenburg}/secrets/ghcr-token`, { properties: { value: "new" } });
    clock.advance(60_000);
    put(syncId, syncBody({ forceSynchronization: "2" }));
    clock.advance(2_000);
    expect(conditions(store.get(syncId))?.at(-1)).toMatchObject({
      type: "Update",
      reason: "ValueChangeOrForceUpdateDetected",
      observedGeneration: 3,
    });
  });

  it("does not come from a cluster that is offline", () => {
    const { put, clock, store } = contosoWorld();
    const toronto = edgeSiteIds(sites.toronto);
    const offline = {
      ...syncBody(),
      extendedLocation: { name: toronto.customLocation, type: "CustomLocation" },
    };
    const id = `${instanceIds.toronto.split("/providers/")[0]}/providers/Microsoft.SecretSyncController/secretSyncs/new-pull`;
    put(id, offline);
    clock.advance(60_000);
    expect(conditions(store.get(id))).toBeUndefined();
  });

  it("is dropped when the secret sync is gone by then", () => {
    const { put, clock, store } = contosoWorld();
    put(syncId, syncBody());
    store.delete(syncId);
    clock.advance(2_000);
    expect(store.get(syncId)).toBeUndefined();
  });
});

describe("a secret sync is refused", () => {
  it.each([
    ["no mapping", { objectSecretMapping: [] }, "properties.objectSecretMapping"],
    [
      "a path that ends in a hyphen and a dot",
      mapping("a-."),
      "properties.objectSecretMapping[0].sourcePath",
    ],
    ["a key with a space", mapping("a", "b c"), "properties.objectSecretMapping[0].targetKey"],
    [
      "a provider class name in capitals",
      { secretProviderClassName: "SPC" },
      "properties.secretProviderClassName",
    ],
    ["no service account", { serviceAccountName: undefined }, "properties.serviceAccountName"],
    ["an unknown member", { secretType: "Opaque" }, "properties.secretType"],
    [
      "the same key twice",
      {
        objectSecretMapping: [
          mapping("a").objectSecretMapping[0],
          mapping("b").objectSecretMapping[0],
        ],
      },
      "properties.objectSecretMapping[1].targetKey",
    ],
  ])("for %s", (_, properties, target) => {
    const { status, error } = refusal(() => contosoWorld().put(syncId, syncBody(properties)));
    expect([status, error.target]).toEqual([400, target]);
  });

  it("for another Kubernetes secret type than it was created with", () => {
    const { put, patch } = contosoWorld();
    put(syncId, syncBody());
    const change = { kubernetesSecretType: "kubernetes.io/dockerconfigjson" };
    expect(refusal(() => put(syncId, syncBody(change))).error.code).toBe(
      "PropertyChangeNotAllowed",
    );
    expect(refusal(() => patch(syncId, { properties: change })).error.code).toBe(
      "PropertyChangeNotAllowed",
    );
  });

  it("in time, for a path on which the published pattern backtracks for minutes", () => {
    const { error } = refusal(() =>
      contosoWorld().put(syncId, syncBody(mapping(`${"a".repeat(200)}!`))),
    );
    expect(error.details?.[0]?.code).toBe("PATTERN");
  });

  it("without the right to deploy into the custom location", () => {
    const { put } = contosoWorld(["Microsoft.ExtendedLocation/customLocations/deploy/action"]);
    expect(refusal(() => put(syncId, syncBody())).error.code).toBe("LinkedAuthorizationFailed");
  });
});
