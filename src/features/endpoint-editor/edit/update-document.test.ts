import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { emptyEditorValues, type EditorValues } from "../form/editor-values";
import { documentOf } from "../../../azure/iot-operations/endpoint-document";
import { whyNotEditable } from "./why-not-editable";
import { updateDocument, valuesOf } from "./update-document";

const empty = emptyEditorValues({ tenantId: "home" });

/** An endpoint with members that this version of the portal does not know. */
function endpoint(properties: object = {}): RegistryEndpoint {
  return {
    id: "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/acr",
    name: "acr",
    type: "Microsoft.IoTOperations/instances/registryEndpoints",
    systemData: { createdBy: "somebody" },
    extendedLocation: { name: "/subscriptions/1/cl", type: "CustomLocation" },
    properties: {
      host: "Contoso.azurecr.io",
      provisioningState: "Succeeded",
      healthState: "Available",
      authentication: {
        method: "UserAssignedManagedIdentity",
        federation: "later",
        userAssignedManagedIdentitySettings: {
          clientId: "client",
          tenantId: "tenant",
          scope: "api://x/.default",
          rotation: "daily",
        },
      },
      codeSigningCas: [
        { type: "Secret", secretRef: "first", usage: "graphs" },
        { type: "ConfigMap", configMapRef: "second" },
      ],
      mirrors: [{ host: "mirror.example" }],
      ...properties,
    },
  } as RegistryEndpoint;
}

function edited(base: RegistryEndpoint, change: Partial<EditorValues>) {
  return updateDocument(base, { ...valuesOf(base, empty), ...change });
}

describe("updateDocument", () => {
  it("sends an untouched endpoint as Azure returned it, without what Azure computes", () => {
    const { properties, extendedLocation } = edited(endpoint(), {});
    const computed = { provisioningState: "Succeeded", healthState: "Available" };
    expect({ ...properties, ...computed }).toStrictEqual(endpoint().properties);
    expect(properties).not.toHaveProperty("provisioningState");
    expect(properties).not.toHaveProperty("healthState");
    expect(extendedLocation).toStrictEqual(endpoint().extendedLocation);
  });

  it("keeps unknown members beside a changed host", () => {
    const { properties } = edited(endpoint(), { registrySource: "other", hostText: "ghcr.io" });
    expect(properties).toMatchObject({ host: "ghcr.io", mirrors: [{ host: "mirror.example" }] });
    expect(properties.authentication).toStrictEqual(endpoint().properties.authentication);
  });

  it("keeps unknown members of the same method, and drops an optional one that was emptied", () => {
    expect(edited(endpoint(), { clientId: "other", scope: "" }).properties.authentication).toEqual({
      method: "UserAssignedManagedIdentity",
      federation: "later",
      userAssignedManagedIdentitySettings: {
        clientId: "other",
        tenantId: "tenant",
        rotation: "daily",
      },
    });
  });

  it("sends nothing of the method before when the method changes", () => {
    expect(edited(endpoint(), { method: "Anonymous" }).properties.authentication).toStrictEqual({
      method: "Anonymous",
      anonymousSettings: {},
    });
  });

  it("keeps unknown members of the signing keys that stay", () => {
    const rows = [
      { type: "Secret" as const, name: "first" },
      { type: "Secret" as const, name: "third" },
    ];
    expect(edited(endpoint(), { codeSigningCas: rows }).properties.codeSigningCas).toStrictEqual([
      { type: "Secret", secretRef: "first", usage: "graphs" },
      { type: "Secret", secretRef: "third" },
    ]);
  });

  it("leaves the trust list out when every key was removed, which a PUT takes as none", () => {
    expect(edited(endpoint(), { codeSigningCas: [] }).properties).not.toHaveProperty(
      "codeSigningCas",
    );
  });

  it("sends whatever else Azure has back unchanged (property)", () => {
    const known = ["host", "authentication", "codeSigningCas", "provisioningState", "healthState"];
    const name = fc.string().filter((text) => text !== "__proto__" && !known.includes(text));
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue()), (unknown) => {
        const { properties } = edited(endpoint(unknown), { method: "Anonymous" });
        expect(properties).toMatchObject(unknown);
      }),
    );
  });
});

describe("whyNotEditable", () => {
  it("has nothing against what the form can hold", () => {
    expect(whyNotEditable(endpoint())).toBeUndefined();
    expect(whyNotEditable(endpoint({ codeSigningCas: null }))).toBeUndefined();
  });

  it.each([
    [{ authentication: { method: "WorkloadIdentity" } }, "WorkloadIdentity"],
    [{ authentication: undefined }, "missing"],
    [{ codeSigningCas: [{ type: "KeyVault", keyRef: "k" }] }, "KeyVault"],
  ])("names what the form cannot hold: %j", (properties, word) => {
    expect(whyNotEditable(endpoint(properties))).toContain(word);
  });
});

it("documentOf does not change the endpoint", () => {
  const given = endpoint();
  documentOf(given).properties.host = "other";
  expect(given).toStrictEqual(endpoint());
});
