import { expect, test } from "vitest";
import { emptyQuery, withFacet } from "../../../lib/endpoint-query/endpoint-query";
import { answerCount, listAnswer } from "./list-answer";

type List = Parameters<typeof listAnswer>[0];

const everything = emptyQuery();
const porto = { ...everything, search: "porto" };
const unused = withFacet(everything, "usage", ["unused"]);
const silent = { total: 0, isAnswered: false, isAwaited: false };
const asked = { ...silent, isAwaited: true };
const answered = (total: number) => ({ total, isAnswered: true, isAwaited: false });

function listOf(size: number, more: Partial<List> = {}, isUsageKnown = false): List {
  return {
    ...{
      size,
      isReading: false,
      isWhole: more.missing === undefined,
      usageReading: "unread" as const,
    },
    indexed: { index: { isUsageKnown: () => isUsageKnown } },
    ...more,
  };
}

const said = (...input: Parameters<typeof listAnswer>) => {
  const answer = listAnswer(...input);
  return [answerCount(answer), answer.awaited];
};

test("a list that is all here states what it has", () => {
  expect(said(listOf(3), everything, silent, 3)).toEqual(["3 registry endpoints", undefined]);
  expect(said(listOf(3), porto, silent, 0)).toEqual(["0 of 3 registry endpoints", undefined]);
  expect(listAnswer(listOf(3), porto, silent, 0).mayBeMore).toBe(false);
});

test("while the index is read, its total is known, and what matches once Azure has said so", () => {
  const list = listOf(2_000, { missing: { total: 5_000, from: "index" }, isReading: true });
  expect(said(list, everything, asked, 2_000)).toEqual(["5,000 registry endpoints", "azure"]);
  expect(said(list, porto, asked, 0)).toEqual(["Looking among 5,000 registry endpoints", "azure"]);
  expect(listAnswer(list, porto, answered(9), 0), "9, none of them here").toMatchObject({
    ...{ matching: 9, mayBeMore: false, isPending: false },
  });
  expect(said(list, porto, silent, 7)).toEqual(["At least 7 of 5,000 registry endpoints", "index"]);
  expect(said(list, porto, answered(9), 7)[0]).toBe("9 of 5,000 registry endpoints");
});

test("while rows come out of the cache, their number is known, and not what matches", () => {
  const list = listOf(1_000, { missing: { total: 5_000, from: "cache" }, isReading: true });
  expect(said(list, everything, silent, 1_000)).toEqual(["5,000 registry endpoints", "cache"]);
  const none = listAnswer(list, porto, silent, 0);
  expect(none).toMatchObject({ mayBeMore: true, awaited: "cache", isPending: true });
  expect(answerCount(none)).toBe("Looking among 5,000 registry endpoints");
});

test("while instances are asked, nobody knows how many there are, of all or that match", () => {
  const list = listOf(1_176, { missing: { from: "instances" }, isReading: true });
  expect(said(list, everything, silent, 1_176)[0]).toBe("1,176 registry endpoints so far");
  expect(said(list, porto, silent, 0)).toEqual([
    "Looking among 1,176 registry endpoints so far",
    "instances",
  ]);
  const paused = listAnswer(listOf(1_176, { missing: {} }), porto, silent, 0);
  expect(paused).toMatchObject({ mayBeMore: true });
  expect(paused.awaited).toBeUndefined();
  expect(answerCount(paused)).toBe("0 of 1,176 registry endpoints so far");
});

test("until it is read who uses what, a filter by that finds at least what it finds", () => {
  const reading = listOf(5_000, { usageReading: "reading" });
  const looking = "Looking among 5,000 registry endpoints";
  expect(said(reading, unused, silent, 0)).toEqual([looking, "usage"]);
  expect(said(listOf(5_000), unused, silent, 0)).toEqual([looking, "usage"]);
  const known = "At least 0 of 5,000 registry endpoints";
  expect(said(reading, unused, silent, 7)[0]).toBe("At least 7 of 5,000 registry endpoints");
  expect(said(reading, porto, silent, 0)).toEqual(["0 of 5,000 registry endpoints", undefined]);
  const asking = listOf(5_000, { usageReading: "reading", missing: { from: "instances" } });
  expect(said(asking, unused, silent, 7), "what is not known is said first").toEqual([
    ...["At least 7 of 5,000 registry endpoints so far", "usage"],
  ]);
  const paused = listOf(5_000, { missing: { total: 9_000 } });
  expect(said(paused, unused, silent, 0)[1]).toBeUndefined();
  const ofEarlierVisit = listOf(5_000, { isWhole: false });
  expect(said(ofEarlierVisit, unused, silent, 0)[1], "reading is paused").toBeUndefined();
  const read = listOf(5_000, { usageReading: "read" }, true);
  expect(said(read, unused, silent, 7)).toEqual(["7 of 5,000 registry endpoints", undefined]);
  const again = listOf(5_000, { usageReading: "reading" }, true);
  expect(said(again, unused, silent, 7)[0], "known before").toBe("7 of 5,000 registry endpoints");
  const withGaps = listOf(5_000, { usageReading: "read" });
  expect(said(withGaps, unused, silent, 0)).toEqual([known, undefined]);
});
