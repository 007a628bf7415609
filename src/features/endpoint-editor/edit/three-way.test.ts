import { describe, expect, it } from "vitest";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { emptyEditorValues } from "../form/editor-values";
import { documentOf } from "../../../azure/iot-operations/endpoint-document";
import { adoptMembers, compareThreeWays } from "./three-way";
import { updateDocument, valuesOf } from "./update-document";

const empty = emptyEditorValues({ tenantId: "home" });
const anonymous = { method: "Anonymous", anonymousSettings: {} } as const;

function endpoint(properties: object = {}): RegistryEndpoint {
  return {
    id: "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/acr",
    name: "acr",
    type: "t",
    properties: { host: "ghcr.io", authentication: anonymous, ...properties },
  };
}

const base = endpoint();

describe("compareThreeWays", () => {
  it("finds nothing when only the state or who wrote it moved on", () => {
    const theirs = {
      ...endpoint({ provisioningState: "Updating" }),
      systemData: { lastModifiedBy: "x" },
    };
    expect(compareThreeWays(base, documentOf(endpoint({ host: "quay.io" })), theirs)).toEqual([]);
  });

  it("takes an absent, an empty and a null trust list for the same", () => {
    for (const codeSigningCas of [[], null]) {
      expect(compareThreeWays(base, documentOf(base), endpoint({ codeSigningCas }))).toEqual([]);
    }
  });

  it("tells a change of theirs from a conflict", () => {
    const mine = documentOf(endpoint({ host: "quay.io" }));
    const theirs = endpoint({ host: "docker.io", mirrors: ["m"] });
    expect(compareThreeWays(base, mine, theirs)).toEqual([
      { member: "host", isConflict: true, base: "ghcr.io", mine: "quay.io", theirs: "docker.io" },
      { member: "mirrors", isConflict: false, base: undefined, mine: undefined, theirs: ["m"] },
    ]);
  });

  it("finds no difference where both made the same change", () => {
    const same = endpoint({ host: "quay.io" });
    expect(compareThreeWays(base, documentOf(same), same)).toEqual([]);
  });
});

describe("adoptMembers", () => {
  it("takes the named members from Azure and keeps the rest as typed", () => {
    const theirs = endpoint({
      host: "contoso.azurecr.io",
      authentication: {
        method: "ArtifactPullSecret",
        artifactPullSecretSettings: { secretRef: "pull" },
      },
      codeSigningCas: [{ type: "Secret", secretRef: "key" }],
    });
    const typed = { ...valuesOf(base, empty), hostText: "quay.io", audience: "https://typed/" };
    const merged = adoptMembers(typed, theirs, ["authentication", "codeSigningCas"]);
    expect(merged).toMatchObject({ hostText: "quay.io", method: "ArtifactPullSecret" });
    const { properties } = updateDocument(theirs, merged);
    expect(properties).toStrictEqual({ ...theirs.properties, host: "quay.io" });
  });

  it("gives Azure's present document when everything of theirs is taken", () => {
    const theirs = endpoint({ host: "contoso.azurecr.io", mirrors: ["m"] });
    const typed = { ...valuesOf(base, empty), hostText: "quay.io" };
    const merged = adoptMembers(typed, theirs, ["host", "authentication", "codeSigningCas"]);
    expect(updateDocument(theirs, merged)).toStrictEqual(documentOf(theirs));
  });
});
