import fc from "fast-check";
import { expect, test } from "vitest";
import { createMergedRows } from "./merged-rows";

const PAGE_SIZE = 3;

/** Reads pages by position, as a token that remembers an offset would, while `change` comes between them. */
function readWhileChanging(ids: string[], change: (ids: string[], page: number) => string[]) {
  let current = [...ids].sort();
  const merged = createMergedRows();
  for (let offset = 0, page = 0; page === 0 || offset < current.length; page += 1) {
    const rows = current.slice(offset, offset + PAGE_SIZE).map((id) => ({ id }));
    const totalRecords = current.length;
    merged.add({ rows, totalRecords, isTruncated: false, hasHitLimit: false }, page === 0);
    offset += PAGE_SIZE;
    if (offset < current.length) current = change(current, page).sort();
  }
  return { truth: current, ...merged.result<{ id: string }>() };
}

const idList = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 });
const idOf = (number: number) => `/id/${String(number).padStart(3, "0")}`;

test("rows that come while pages are read are never doubled, and none is missed unsaid", () => {
  fc.assert(
    fc.property(idList, fc.array(fc.integer({ min: 501, max: 999 })), (numbers, later) => {
      const newIds = [...new Set(later)].map((number) => idOf(number % 2 ? number : number - 501));
      const { rows, incomplete, truth } = readWhileChanging(numbers.map(idOf), (ids, page) => {
        const id = newIds[page];
        return id === undefined || ids.includes(id) ? ids : [...ids, id];
      });
      const read = rows.map(({ id }) => id);
      expect(new Set(read).size).toBe(read.length);
      if (incomplete === undefined) expect([...read].sort()).toEqual(truth);
    }),
    { numRuns: 500 },
  );
});

test("rows that go while pages are read are told of", () => {
  fc.assert(
    fc.property(idList, fc.array(fc.nat(), { maxLength: 6 }), (numbers, gone) => {
      const { rows, incomplete, truth } = readWhileChanging(numbers.map(idOf), (ids, page) => {
        const index = gone[page];
        return index === undefined ? ids : ids.filter((_, at) => at !== index % ids.length);
      });
      if (incomplete === undefined) expect(rows.map(({ id }) => id)).toEqual(truth);
    }),
    { numRuns: 500 },
  );
});

test("batches are added up and merged by id in any case", () => {
  const merged = createMergedRows();
  const page = { isTruncated: false, hasHitLimit: false };
  merged.add({ ...page, rows: [{ id: "/a" }, { id: "/b" }], totalRecords: 2 }, true);
  merged.add({ ...page, rows: [{ id: "/c" }], totalRecords: 1 }, true);
  expect(merged.result()).toEqual({
    rows: [{ id: "/a" }, { id: "/b" }, { id: "/c" }],
    totalRecords: 3,
  });
  merged.add({ ...page, rows: [{ id: "/A" }], totalRecords: 1 }, true);
  expect(merged.count()).toBe(3);
});
