import { describe, expect, it } from "vitest";
import { localTimeText, validityOf, validityProblems } from "./secret-validity";

const now = Date.parse("2026-11-21T08:00:00Z");
const hour = 3_600_000;
const at = (hours: number) => localTimeText(now + hours * hour);

describe("the validity of a new secret", () => {
  it("may be without limits", () => {
    expect(validityProblems({ activation: "", expiry: "" }, now)).toEqual({});
    expect(validityOf({ activation: "", expiry: "" })).toEqual({});
  });

  it("is sent in unix seconds", () => {
    const text = { activation: at(1), expiry: at(2) };
    expect(validityProblems(text, now)).toEqual({});
    expect(validityOf(text)).toEqual({ nbf: now / 1_000 + 3_600, exp: now / 1_000 + 7_200 });
  });

  it.each([
    [{ activation: at(-1), expiry: "" }, ["activation"]],
    [{ activation: "", expiry: at(-1) }, ["expiry"]],
    [{ activation: at(2), expiry: at(1) }, ["expiry"]],
    [{ activation: "soon", expiry: "later" }, ["activation", "expiry"]],
  ])("refuses %j", (text, members) => {
    expect(Object.keys(validityProblems(text, now))).toEqual(members);
  });
});
