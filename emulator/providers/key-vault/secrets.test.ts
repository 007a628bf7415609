import { describe, expect, it } from "vitest";
import { vaultIds } from "../../scenarios/contoso-names";
import { contosoWorld, noon, refusal } from "../provider-fixture";

const id = `${vaultIds.gothenburg}/secrets/registry-password`;
const value = "correct-horse-battery-staple";
const seconds = noon / 1_000;

describe("writing a secret", () => {
  it("keeps everything but the value", () => {
    const { put, store } = contosoWorld();
    const attributes = { enabled: true, nbf: seconds, exp: seconds + 60 };
    const body = {
      tags: { for: "ghcr.io" },
      properties: { value, contentType: "text/plain", attributes },
    };
    const secret = put(id, body);
    expect(secret).toMatchObject({
      location: "northeurope",
      tags: { for: "ghcr.io" },
      properties: {
        contentType: "text/plain",
        attributes: { ...attributes, created: seconds, updated: seconds },
        secretUri: "https://kv-gothenburg-aio.vault.azure.net/secrets/registry-password",
      },
    });
    expect(secret.properties.secretUriWithVersion).toMatch(/\/registry-password\/[0-9a-f]{32}$/);
    expect(JSON.stringify([...store.all()])).not.toContain(value);
  });

  it("makes a new version of an existing one, replacing its attributes and tags", () => {
    const { put, clock } = contosoWorld();
    const attributes = { exp: seconds + 60 };
    const first = put(id, { tags: { a: "b" }, properties: { value, attributes } });
    clock.advance(5_000);
    const second = put(id, { properties: { value } });
    expect(second.properties.secretUriWithVersion).not.toBe(first.properties.secretUriWithVersion);
    expect(second.properties.attributes).toEqual({
      enabled: true,
      created: seconds + 5,
      updated: seconds + 5,
    });
    expect(second.tags).toBeUndefined();
  });

  it.each([
    ["no value", { value: undefined }, "properties.value"],
    ["an empty value", { value: "" }, "properties.value"],
    ["a value of more than 25 KB", { value: "é".repeat(13_000) }, "properties.value"],
    [
      "a date in place of unix seconds",
      { attributes: { exp: "2027-01-01" } },
      "properties.attributes.exp",
    ],
    ["fractions of a second", { attributes: { nbf: 1.5 } }, "properties.attributes.nbf"],
    ["an end before the start", { attributes: { nbf: 20, exp: 10 } }, "properties.attributes.exp"],
    ["an unknown member", { expires: 5 }, "properties.expires"],
  ])("is refused for %s", (_, change, target) => {
    const { status, error } = refusal(() =>
      contosoWorld().put(id, { properties: { value, ...change } }),
    );
    expect([status, error.target]).toEqual([400, target]);
    expect(JSON.stringify(error)).not.toContain(value);
  });
});

describe("a PATCH", () => {
  it("without a value changes attributes and keeps the version", () => {
    const { put, patch, clock } = contosoWorld();
    const before = put(id, {
      tags: { a: "b" },
      properties: { value, attributes: { exp: seconds + 60 } },
    });
    clock.advance(5_000);
    const after = patch(id, { properties: { attributes: { enabled: false } } });
    expect(after.properties).toMatchObject({
      attributes: { enabled: false, exp: seconds + 60, created: seconds, updated: seconds + 5 },
      secretUriWithVersion: before.properties.secretUriWithVersion,
    });
    expect(after.tags).toEqual({ a: "b" });
  });

  it("with a value makes a new version and returns no value", () => {
    const { put, patch } = contosoWorld();
    const before = put(id, { properties: { value: "old" } });
    const after = patch(id, { properties: { value } });
    expect(after.properties.secretUriWithVersion).not.toBe(before.properties.secretUriWithVersion);
    expect(JSON.stringify(after)).not.toContain(value);
  });
});
