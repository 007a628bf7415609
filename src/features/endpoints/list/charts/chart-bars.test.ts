import { expect, test } from "vitest";
import { chartBars, shareText } from "./chart-bars";

const counts = [
  { value: "a", label: "A", count: 1 },
  { value: "b", label: "B", count: 0 },
  { value: "c", label: "C", count: 3 },
  { value: "d", label: "D", count: 1 },
  { value: "e", label: "E", count: 0 },
];

test("the most frequent comes first, equals by name, and what no row has only if it is chosen", () => {
  expect(chartBars(counts, ["E", "c"])).toEqual([
    { value: "c", label: "C", count: 3, share: 0.6, length: 1, isChosen: true },
    { value: "a", label: "A", count: 1, share: 0.2, length: 1 / 3, isChosen: false },
    { value: "d", label: "D", count: 1, share: 0.2, length: 1 / 3, isChosen: false },
    { value: "e", label: "E", count: 0, share: 0, length: 0, isChosen: true },
  ]);
  expect(chartBars([{ value: "a", label: "A", count: 0 }], [])).toEqual([]);
});

test("a share is said in whole percents, and none that is there as nothing", () => {
  expect([0, 0.001, 0.005, 0.6, 1].map(shareText)).toEqual(["0%", "<1%", "1%", "60%", "100%"]);
});
