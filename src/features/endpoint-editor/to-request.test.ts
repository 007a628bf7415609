import { expect, it } from "vitest";
import { emptyEditorValues, valuesFromEndpoint, type EditorValues } from "./form/editor-values";
import { toRequest } from "./to-request";

const customLocationId =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/lyon";
const extendedLocation = { name: customLocationId, type: "CustomLocation" };
const instance = { customLocationId, version: "1.2.189" };

/** A form in which every method is filled, so that a member sent by mistake shows. */
function filled(change: Partial<EditorValues>): EditorValues {
  const empty = emptyEditorValues({ tenantId: "tenant" });
  return {
    ...empty,
    instanceId: "/subscriptions/1/x",
    name: "acr",
    acrHost: "contoso.azurecr.io",
    hostText: "https://ghcr.io/",
    audience: " https://management.azure.com/ ",
    clientId: " client ",
    scope: "api://x/.default",
    artifactSecret: { ...empty.artifactSecret, source: "existing", kubernetesSecretName: "pull" },
    ...change,
  };
}

it("sends Anonymous with its empty settings and nothing else", () => {
  expect(toRequest(filled({ method: "Anonymous" }), instance)).toStrictEqual({
    extendedLocation,
    properties: {
      host: "contoso.azurecr.io",
      authentication: { method: "Anonymous", anonymousSettings: {} },
    },
  });
});

it("sends the audience of the system identity only when given", () => {
  const method = "SystemAssignedManagedIdentity" as const;
  expect(toRequest(filled({ method }), instance).properties.authentication).toStrictEqual({
    method,
    systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
  });
  expect(
    toRequest(filled({ method, audience: " " }), instance).properties.authentication,
  ).toStrictEqual({ method, systemAssignedManagedIdentitySettings: {} });
});

it("sends both ids of a user identity, and the scope only when given", () => {
  const method = "UserAssignedManagedIdentity" as const;
  const ids = { clientId: "client", tenantId: "tenant" };
  expect(toRequest(filled({ method }), instance).properties.authentication).toStrictEqual({
    method,
    userAssignedManagedIdentitySettings: { ...ids, scope: "api://x/.default" },
  });
  expect(
    toRequest(filled({ method, scope: "" }), instance).properties.authentication,
  ).toStrictEqual({ method, userAssignedManagedIdentitySettings: ids });
});

it("sends the name of the Kubernetes secret for an artifact secret", () => {
  const method = "ArtifactPullSecret" as const;
  expect(toRequest(filled({ method }), instance).properties.authentication).toStrictEqual({
    method,
    artifactPullSecretSettings: { secretRef: "pull" },
  });
});

it("sends the clean host of another registry, and the trust list only when there is one", () => {
  const codeSigningCas: EditorValues["codeSigningCas"] = [
    { type: "Secret", name: "keys" },
    { type: "ConfigMap", name: "roots" },
  ];
  const values = filled({ method: "Anonymous", registrySource: "other", codeSigningCas });
  expect(toRequest(values, instance).properties).toStrictEqual({
    host: "ghcr.io",
    authentication: { method: "Anonymous", anonymousSettings: {} },
    codeSigningCas: [
      { type: "Secret", secretRef: "keys" },
      { type: "ConfigMap", configMapRef: "roots" },
    ],
  });
});

const lyon = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/lyon";

it("makes a form from an endpoint that sends the same body again", () => {
  const bodies = (
    [
      "Anonymous",
      "SystemAssignedManagedIdentity",
      "UserAssignedManagedIdentity",
      "ArtifactPullSecret",
    ] as const
  ).map((method) =>
    toRequest(filled({ method, codeSigningCas: [{ type: "Secret", name: "keys" }] }), instance),
  );
  for (const body of bodies) {
    const endpoint = { id: `${lyon}/registryEndpoints/acr`, name: "acr", type: "t", ...body };
    const copy = valuesFromEndpoint(endpoint, emptyEditorValues({ tenantId: "other" }));
    expect(toRequest(copy, instance)).toStrictEqual(body);
  }
});

it("copies the name to another instance only, where it can be free", () => {
  const body = toRequest(filled({ method: "Anonymous" }), instance);
  const endpoint = { id: `${lyon}/registryEndpoints/acr`, name: "acr", type: "t", ...body };
  const elsewhere = emptyEditorValues({ tenantId: "", instanceId: `${lyon}-2` });
  const here = emptyEditorValues({ tenantId: "", instanceId: lyon.toUpperCase() });
  expect(valuesFromEndpoint(endpoint, elsewhere).name).toBe("acr");
  expect(valuesFromEndpoint(endpoint, here).name).toBe("");
});
