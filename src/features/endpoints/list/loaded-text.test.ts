import { expect, test } from "vitest";
import { loadedNote, loadedText, type LoadedRows } from "./loaded-text";

const reading: LoadedRows["reading"] = { loaded: 11_000, total: 100_000, state: "paused" };

test("counts say what they are of until all rows are here", () => {
  const partly: LoadedRows = { size: 11_000, isWhole: false, reading };
  expect(loadedText(partly)).toBe("of 11,000 loaded");
  expect(loadedNote(partly)).toBe("Counts of 11,000 of 100,000 loaded");
  expect(loadedNote({ size: 55, isWhole: false })).toBe("Counts of 55 loaded");
  const whole: LoadedRows = { size: 55, isWhole: true };
  expect([loadedText(whole), loadedNote(whole)]).toEqual([undefined, undefined]);
});
