import { describe, expect, it } from "vitest";
import { endpointIds, instanceIds } from "../../scenarios/contoso-names";
import { contosoWorld, refusal } from "../provider-fixture";

const id = `${instanceIds.gothenburg}/registryEndpoints/new-registry`;
const deploy = "Microsoft.ExtendedLocation/customLocations/deploy/action";

const anonymous = { method: "Anonymous", anonymousSettings: {} };

function bodyOf(properties: Record<string, unknown>, location?: unknown) {
  const { store } = contosoWorld();
  const extendedLocation = location ?? store.get(instanceIds.gothenburg)?.extendedLocation;
  return {
    extendedLocation,
    properties: { host: "ghcr.io", authentication: anonymous, ...properties },
  };
}

describe("a registry endpoint is accepted", () => {
  it.each([
    anonymous,
    { method: "ArtifactPullSecret", artifactPullSecretSettings: { secretRef: "pull" } },
    { method: "SystemAssignedManagedIdentity", systemAssignedManagedIdentitySettings: {} },
    {
      method: "SystemAssignedManagedIdentity",
      systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
    },
    {
      method: "UserAssignedManagedIdentity",
      userAssignedManagedIdentitySettings: { clientId: "a", tenantId: "b", scope: "c/.default" },
    },
  ])("with $method", (authentication) => {
    const { properties } = contosoWorld().put(id, bodyOf({ authentication }));
    expect(properties).toEqual({ host: "ghcr.io", authentication, healthState: "Unknown" });
  });

  it("with signing authorities of both kinds", () => {
    const codeSigningCas = [
      { type: "Secret", secretRef: "a" },
      { type: "ConfigMap", configMapRef: "b" },
    ];
    expect(contosoWorld().put(id, bodyOf({ codeSigningCas })).properties).toMatchObject({
      codeSigningCas,
    });
  });

  it("with read-only members, which are dropped, and null for an absent one", () => {
    const authentication = {
      method: "SystemAssignedManagedIdentity",
      systemAssignedManagedIdentitySettings: { audience: null },
    };
    const body = {
      ...bodyOf({
        authentication,
        codeSigningCas: null,
        provisioningState: "Failed",
        healthState: "x",
      }),
      id: "other",
      systemData: {},
    };
    expect(contosoWorld().put(id, body).properties).toEqual({
      host: "ghcr.io",
      authentication: { ...authentication, systemAssignedManagedIdentitySettings: {} },
      healthState: "Unknown",
    });
  });

  it("without extendedLocation, which is then the instance's", () => {
    const { put, store } = contosoWorld();
    const { properties } = bodyOf({});
    expect(put(id, { properties }).extendedLocation).toEqual(
      store.get(instanceIds.gothenburg)?.extendedLocation,
    );
  });

  it("with its custom location in another casing", () => {
    const { put, store } = contosoWorld();
    const location = store.get(instanceIds.lyon)?.extendedLocation;
    const upper = { ...location, name: String(location?.name).toUpperCase() };
    const lyon = `${instanceIds.lyon}/registryEndpoints/new-registry`;
    expect(put(lyon, bodyOf({}, upper)).extendedLocation).toEqual(upper);
  });
});

describe("a registry endpoint is refused", () => {
  it.each([
    ["a host of two characters", { host: "gh" }, "properties.host", "MIN_LENGTH"],
    ["a host of 64 characters", { host: "h".repeat(64) }, "properties.host", "MAX_LENGTH"],
    ["no host", { host: undefined }, "properties.host", "OBJECT_MISSING_REQUIRED_PROPERTY"],
    ["a host that is no string", { host: 5 }, "properties.host", "INVALID_TYPE"],
    [
      "no authentication",
      { authentication: undefined },
      "properties.authentication",
      "OBJECT_MISSING_REQUIRED_PROPERTY",
    ],
    [
      "an unknown method",
      { authentication: { method: "Basic" } },
      "properties.authentication.method",
      "DISCRIMINATOR_VALUE_NOT_FOUND",
    ],
    [
      "Anonymous without its settings",
      { authentication: { method: "Anonymous" } },
      "properties.authentication.anonymousSettings",
      "OBJECT_MISSING_REQUIRED_PROPERTY",
    ],
    [
      "the settings of another method",
      { authentication: { ...anonymous, artifactPullSecretSettings: { secretRef: "a" } } },
      "properties.authentication.artifactPullSecretSettings",
      "OBJECT_ADDITIONAL_PROPERTIES",
    ],
    [
      "extensionName, which only old documents have",
      {
        authentication: {
          method: "SystemAssignedManagedIdentity",
          systemAssignedManagedIdentitySettings: { extensionName: "x" },
        },
      },
      "properties.authentication.systemAssignedManagedIdentitySettings.extensionName",
      "OBJECT_ADDITIONAL_PROPERTIES",
    ],
    [
      "a user identity without tenant",
      {
        authentication: {
          method: "UserAssignedManagedIdentity",
          userAssignedManagedIdentitySettings: { clientId: "a" },
        },
      },
      "properties.authentication.userAssignedManagedIdentitySettings.tenantId",
      "OBJECT_MISSING_REQUIRED_PROPERTY",
    ],
    [
      "trustSettings, removed in 2025-10-01",
      { trustSettings: {} },
      "properties.trustSettings",
      "OBJECT_ADDITIONAL_PROPERTIES",
    ],
    [
      "a signing authority without its reference",
      { codeSigningCas: [{ type: "Secret" }] },
      "properties.codeSigningCas[0].secretRef",
      "OBJECT_MISSING_REQUIRED_PROPERTY",
    ],
  ])("for %s", (_, properties, target, code) => {
    const { status, error } = refusal(() => contosoWorld().put(id, bodyOf(properties)));
    expect(status).toBe(400);
    expect(error).toMatchObject({ code: "InvalidRequestContent", target });
    expect(error.details).toEqual([expect.objectContaining({ code, target })]);
  });

  it("with a detail for each violation", () => {
    const body = bodyOf({ host: "", codeSigningCas: [{ type: "None" }] });
    const { error } = refusal(() => contosoWorld().put(id, body));
    expect(error.details?.map((detail) => detail.target)).toEqual([
      "properties.host",
      "properties.codeSigningCas[0].type",
    ]);
  });

  it.each([undefined, null, [], "text", {}])("for the body %j", (body) => {
    expect(refusal(() => contosoWorld().put(id, body)).status).toBe(400);
  });

  it("in another custom location than the instance's", () => {
    const { store, put } = contosoWorld();
    const other = store.get(instanceIds.turin)?.extendedLocation;
    expect(refusal(() => put(id, bodyOf({}, other))).error.target).toBe("extendedLocation.name");
  });

  it("without the right to deploy into the custom location", () => {
    const { put } = contosoWorld([deploy]);
    const { status, error, message } = refusal(() => put(id, bodyOf({})));
    expect([status, error.code]).toEqual([403, "LinkedAuthorizationFailed"]);
    expect(message).toContain("customLocations/cl-gothenburg");
  });

  it("below an instance that is being deleted", () => {
    const { store, put } = contosoWorld();
    const location = store.get(instanceIds.zurich)?.extendedLocation;
    const zurich = `${instanceIds.zurich}/registryEndpoints/new-registry`;
    expect(refusal(() => put(zurich, bodyOf({}, location))).status).toBe(409);
  });
});

it("a PUT replaces: what the body leaves out is gone", () => {
  const { put, store } = contosoWorld();
  const extendedLocation = store.get(instanceIds.lyon)?.extendedLocation;
  const replaced = put(endpointIds.signed, bodyOf({}, extendedLocation));
  expect(replaced.properties).not.toHaveProperty("codeSigningCas");
});
