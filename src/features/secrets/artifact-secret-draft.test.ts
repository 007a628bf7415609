import { describe, expect, it } from "vitest";
import {
  emptyArtifactSecretDraft,
  kubernetesSecretOf,
  secretRefOf,
  suggestedSecretName,
  summariseArtifactSecret,
  validateArtifactSecret,
  type ArtifactSecretDraft,
} from "./artifact-secret-draft";

const draft = (change: Partial<ArtifactSecretDraft>): ArtifactSecretDraft => ({
  ...emptyArtifactSecretDraft,
  ...change,
});

const twoSecrets = draft({
  usernameSecretName: "ghcr-username",
  passwordSecretName: "ghcr-token",
  syncedSecretName: "ghcr-creds",
});

describe("a draft of a pull secret", () => {
  it("asks only for what its source and layout need", () => {
    expect(Object.keys(validateArtifactSecret(emptyArtifactSecretDraft))).toEqual([
      "usernameSecretName",
      "passwordSecretName",
      "syncedSecretName",
    ]);
    expect(validateArtifactSecret(twoSecrets)).toEqual({});
    expect(
      Object.keys(validateArtifactSecret({ ...twoSecrets, layout: "dockerConfigJson" })),
    ).toEqual(["dockerConfigSecretName"]);
    expect(Object.keys(validateArtifactSecret({ ...twoSecrets, source: "existing" }))).toEqual([
      "kubernetesSecretName",
    ]);
    expect(Object.keys(validateArtifactSecret({ ...twoSecrets, source: "secretSync" }))).toEqual([
      "secretSyncName",
    ]);
  });

  it("wants the person's word for what a picked docker configuration holds", () => {
    const picked = draft({
      layout: "dockerConfigJson",
      dockerConfigSecretName: "harbor-docker-config",
      syncedSecretName: "harbor-creds",
    });
    expect(validateArtifactSecret(picked)).toEqual({
      isDockerConfigConfirmed: expect.stringContaining("Confirm") as string,
    });
    expect(validateArtifactSecret({ ...picked, isDockerConfigConfirmed: true })).toEqual({});
  });

  it.each([
    [{ usernameSecretName: "a_b" }, "usernameSecretName"],
    [{ passwordSecretName: "-a" }, "passwordSecretName"],
    [{ syncedSecretName: "Upper" }, "syncedSecretName"],
  ] as const)("refuses the names in %j", (change, member) => {
    expect(Object.keys(validateArtifactSecret({ ...twoSecrets, ...change }))).toEqual([member]);
  });

  it("gives the Kubernetes secret's name as secretRef", () => {
    const names = { kubernetesSecretName: "by-hand", secretSyncName: "reused" };
    expect(secretRefOf({ ...twoSecrets, ...names })).toBe("ghcr-creds");
    expect(secretRefOf({ ...twoSecrets, ...names, source: "existing" })).toBe("by-hand");
    expect(secretRefOf({ ...twoSecrets, ...names, source: "secretSync" })).toBe("reused");
  });

  it("makes the keys and the type of its layout", () => {
    expect(kubernetesSecretOf(twoSecrets)).toEqual({
      type: "Opaque",
      mappings: [
        { sourcePath: "ghcr-username", targetKey: "username" },
        { sourcePath: "ghcr-token", targetKey: "password" },
      ],
    });
    expect(
      kubernetesSecretOf(draft({ layout: "dockerConfigJson", dockerConfigSecretName: "config" })),
    ).toEqual({
      type: "kubernetes.io/dockerconfigjson",
      mappings: [{ sourcePath: "config", targetKey: ".dockerconfigjson" }],
    });
  });

  it("is summarised for the review", () => {
    expect(summariseArtifactSecret(twoSecrets, "kv-site").map(({ value }) => value)).toEqual([
      "Synced from Key Vault",
      "kv-site",
      "ghcr-username",
      "ghcr-token",
      "ghcr-creds",
      "Opaque",
    ]);
  });

  it("gets a name from its endpoint once that has one", () => {
    expect(suggestedSecretName("ghcr")).toBe("ghcr-creds");
    expect(suggestedSecretName("")).toBe("");
  });
});
