import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isSecretObjectPath,
  kubernetesNameProblem,
  vaultSecretNameProblem,
} from "./kubernetes-names";

const PUBLISHED_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PUBLISHED_PATH = /^[A-Za-z0-9.]([-A-Za-z0-9]+([-._a-zA-Z0-9]?[A-Za-z0-9])*)?(\/([0-9]+))*$/;

describe("the name of a Kubernetes secret", () => {
  it("is judged as the published pattern judges it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aA0.-]{1,9}$/), (name) => {
        expect(kubernetesNameProblem(name) === undefined).toBe(PUBLISHED_NAME.test(name));
      }),
    );
  });

  it("has at most 253 characters", () => {
    expect(kubernetesNameProblem("a".repeat(253))).toBeUndefined();
    expect(kubernetesNameProblem("a".repeat(254))).toContain("254");
  });
});

describe("a path of a secret sync", () => {
  it("is judged as the published pattern judges it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aB1._/-]{1,8}$/), (path) => {
        expect(isSecretObjectPath(path)).toBe(PUBLISHED_PATH.test(path));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is judged at once where the published pattern would take hours", () => {
    expect(isSecretObjectPath(`${"a".repeat(200)}!`)).toBe(false);
    expect(isSecretObjectPath("a".repeat(254))).toBe(false);
    expect(isSecretObjectPath(".dockerconfigjson")).toBe(true);
    expect(isSecretObjectPath("name/0")).toBe(true);
  });
});

describe("the name of a vault's secret", () => {
  it.each(["a", "GHCR-token-2", "a".repeat(127), "0-"])("may be %s", (name) => {
    expect(vaultSecretNameProblem(name)).toBeUndefined();
  });

  it.each([
    ["", "Enter"],
    ["a_b", "letters, digits and hyphens"],
    ["a".repeat(128), "128"],
    ["-a", "starts with a hyphen"],
  ])("may not be %j", (name, reason) => {
    expect(vaultSecretNameProblem(name)).toContain(reason);
  });
});
