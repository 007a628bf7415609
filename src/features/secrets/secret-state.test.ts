import { describe, expect, it } from "vitest";
import type { SecretAttributes, VaultSecret } from "../../azure/key-vault/key-vault";
import { describeSecret, secretStateOf } from "./secret-state";

const now = Date.parse("2026-11-21T08:00:00Z");
const seconds = now / 1_000;

function secret(attributes: SecretAttributes | undefined): VaultSecret {
  return { id: "/s", name: "s", type: "t", properties: { contentType: "password", attributes } };
}

describe("a vault's secret", () => {
  it.each([
    [undefined, "Enabled"],
    [{ enabled: true, nbf: seconds, exp: seconds + 1 }, "Enabled"],
    [{ enabled: false, exp: seconds - 1 }, "Disabled"],
    [{ enabled: true, exp: seconds }, "Expired"],
    [{ enabled: true, nbf: seconds + 1 }, "Not yet active"],
  ] as const)("with %j is %s", (attributes, label) => {
    const state = secretStateOf(secret(attributes), now);
    expect(state.label).toBe(label);
    expect(state.isUsable).toBe(label === "Enabled");
    expect(state.explanation === "").toBe(state.isUsable);
  });

  it("is described in one line", () => {
    const updated = seconds - 86_400;
    expect(describeSecret(secret({ updated }))).toMatch(
      /^password · Never expires · Updated Nov 20/,
    );
    expect(describeSecret(secret({ exp: seconds }))).toMatch(/^password · Expires Nov 21/);
  });
});
