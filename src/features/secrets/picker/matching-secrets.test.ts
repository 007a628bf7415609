import { describe, expect, it } from "vitest";
import type { VaultSecret } from "../../../azure/key-vault/key-vault";
import { countText } from "./count-text";
import { matchingSecrets } from "./matching-secrets";

const secret = (
  name: string,
  contentType?: string,
  tags?: Record<string, string>,
): VaultSecret => ({
  id: `/vault/secrets/${name}`,
  name,
  type: "Microsoft.KeyVault/vaults/secrets",
  tags,
  properties: { contentType },
});

const secrets = [
  secret("ghcr-username"),
  secret("ghcr-token", "password", { line: "4" }),
  secret("Zebra-printer"),
];

describe("the search of a vault", () => {
  it.each([
    ["", ["ghcr-username", "ghcr-token", "Zebra-printer"]],
    ["  ", ["ghcr-username", "ghcr-token", "Zebra-printer"]],
    ["GHCR", ["ghcr-username", "ghcr-token"]],
    ["token ghcr", ["ghcr-token"]],
    ["password", ["ghcr-token"]],
    ["line:4", ["ghcr-token"]],
    ["zebra", ["Zebra-printer"]],
    ["nothing", []],
  ])("for %j finds %j", (query, names) => {
    expect(matchingSecrets(secrets, query).map(({ name }) => name)).toEqual(names);
  });
});

describe("the count of a vault's secrets", () => {
  const counts = { all: 600, found: 600, query: "", isComplete: true, vault: "kv" };

  it.each([
    [{}, "600 secrets"],
    [{ all: 1 }, "1 secret"],
    [{ all: 0 }, "kv has no secrets yet. Make one with New secret."],
    [{ all: 50, isComplete: false }, "50 loaded, still loading…"],
    [{ query: "x", found: 0 }, "No secrets match “x”."],
    [{ query: " x ", found: 1 }, "1 secret matches “x”."],
    [
      { query: "x", found: 0, all: 50, isComplete: false },
      "No secrets match “x”. 50 loaded, still loading…",
    ],
  ])("with %j reads %j", (change, text) => {
    expect(countText({ ...counts, ...change })).toBe(text);
  });
});
