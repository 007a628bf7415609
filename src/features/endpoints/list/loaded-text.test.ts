import { expect, test } from "vitest";
import { loadedNote, loadedText, type LoadedRows } from "./loaded-text";

test("counts say what they are of until all rows are here", () => {
  const partly: LoadedRows = { size: 11_000, missing: { total: 100_000, from: "index" } };
  expect(loadedText(partly)).toBe("of 11,000 loaded");
  expect(loadedNote(partly)).toBe("of 11,000 of 100,000 loaded");
  expect(loadedNote({ size: 55, missing: { from: "instances" } })).toBe("of 55 loaded");
  const whole: LoadedRows = { size: 55 };
  expect([loadedText(whole), loadedNote(whole)]).toEqual([undefined, undefined]);
});
