import { describe, expect, it } from "vitest";
import { emptyEditorValues, type EditorValues } from "./editor-values";
import { authenticationSchema, basicsSchema, trustSchema } from "./step-schemas";

const empty = emptyEditorValues({ tenantId: "" });
const guid = "00000000-0000-0000-0000-000000000000";

interface Schema {
  safeParse(values: unknown): { error?: { issues: { path: PropertyKey[] }[] } };
}

/** Paths of the fields that a schema complains about. */
function complaints(schema: Schema, change: Partial<EditorValues>): string[] {
  const { error } = schema.safeParse({ ...empty, ...change });
  return (error?.issues ?? []).map(({ path }) => path.join("."));
}

describe("basicsSchema", () => {
  it("asks for instance, name and the chosen source's host only", () => {
    expect(complaints(basicsSchema, {})).toEqual(["instanceId", "name", "acrHost"]);
    expect(complaints(basicsSchema, { registrySource: "other" })).toEqual([
      "instanceId",
      "name",
      "hostText",
    ]);
  });

  it.each([
    ["ab", false],
    ["abc", true],
    ["a".repeat(63), true],
    ["a".repeat(64), false],
    ["-abc", false],
    ["abc-", false],
    ["Abc", false],
    ["a_c", false],
  ])("takes the name %j: %s", (name, isTaken) => {
    const found = complaints(basicsSchema, { instanceId: "/x", acrHost: "c.azurecr.io", name });
    expect(found.length === 0).toBe(isTaken);
  });

  it("takes any host that ARM takes", () => {
    const base = { instanceId: "/x", name: "abc", registrySource: "other" as const };
    expect(complaints(basicsSchema, { ...base, hostText: "https://GHCR.io/a/b:c" })).toEqual([]);
    expect(complaints(basicsSchema, { ...base, hostText: "weird host!" })).toEqual([]);
    expect(complaints(basicsSchema, { ...base, hostText: "a" })).toEqual(["hostText"]);
  });

  it.each([
    ["ACCOUNT.dkr.ecr.REGION.amazonaws.com", "Replace ACCOUNT and REGION with your own."],
    ["123456789012.dkr.ecr.REGION.amazonaws.com", "Replace REGION with your own."],
    ["harbor.EXAMPLE.com", "Replace EXAMPLE with your own."],
    ["123456789012.dkr.ecr.eu-north-1.amazonaws.com", undefined],
    ["REGIONAL.contoso.com", undefined],
  ])("says of the host %j: %s", (hostText, message) => {
    const values = { ...empty, instanceId: "/x", name: "abc", registrySource: "other", hostText };
    expect(basicsSchema.safeParse(values).error?.issues[0]?.message).toBe(message);
  });
});

describe("authenticationSchema", () => {
  it("looks at the chosen method's members only", () => {
    const wrong = { clientId: "x", tenantId: "y", scope: "z", audience: "w" };
    expect(complaints(authenticationSchema, { ...wrong, method: "Anonymous" })).toEqual([]);
    expect(
      complaints(authenticationSchema, { ...wrong, method: "UserAssignedManagedIdentity" }),
    ).toEqual(["clientId", "tenantId", "scope"]);
    expect(
      complaints(authenticationSchema, { ...wrong, method: "SystemAssignedManagedIdentity" }),
    ).toEqual(["audience"]);
  });

  it("takes GUIDs, an https audience and a scope that ends with /.default", () => {
    expect(
      complaints(authenticationSchema, {
        method: "UserAssignedManagedIdentity",
        clientId: guid,
        tenantId: ` ${guid.toUpperCase()} `,
        scope: "https://management.azure.com/.default",
      }),
    ).toEqual([]);
    expect(
      complaints(authenticationSchema, {
        method: "SystemAssignedManagedIdentity",
        audience: "https://management.azure.com/",
      }),
    ).toEqual([]);
  });

  it("puts an artifact secret's problems on its members", () => {
    const artifactSecret = { ...empty.artifactSecret, source: "existing" as const };
    expect(
      complaints(authenticationSchema, { method: "ArtifactPullSecret", artifactSecret }),
    ).toEqual(["artifactSecret.kubernetesSecretName"]);
  });
});

describe("trustSchema", () => {
  it("takes none, refuses bad names and the same key twice", () => {
    const secret = { type: "Secret", name: "keys" } as const;
    expect(complaints(trustSchema, {})).toEqual([]);
    expect(
      complaints(trustSchema, { codeSigningCas: [secret, { ...secret, type: "ConfigMap" }] }),
    ).toEqual([]);
    expect(complaints(trustSchema, { codeSigningCas: [secret, secret] })).toEqual([
      "codeSigningCas.1.name",
    ]);
    expect(complaints(trustSchema, { codeSigningCas: [{ ...secret, name: "No" }] })).toEqual([
      "codeSigningCas.0.name",
    ]);
  });
});
