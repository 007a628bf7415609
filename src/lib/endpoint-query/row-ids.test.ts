import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText, foldCase } from "./fold";
import { RowIds } from "./row-ids";

/** Ids as ARM writes them, of few enough parents and names that they meet again in another case. */
const ids = fc.array(
  fc
    .tuple(
      fc.constantFrom("a", "A", "a-b", "a.b", "B"),
      fc.constantFrom("x", "X", "x-1", "y", "Ä", "é"),
    )
    .map(([instance, name]) => `/subscriptions/S/instances/${instance}/registryEndpoints/${name}`),
);

test("ids have the numbers in which they came, are found in any case, and are in the order of the whole id", () => {
  fc.assert(
    fc.property(ids, ids, (all, removed) => {
      const rows = new RowIds();
      const known = new Map<string, number>();
      const keys: string[] = [];
      const take = (id: string) => {
        const key = foldCase(id);
        const before = known.get(key);
        expect(rows.next).toBe(keys.length);
        expect(rows.add(id)).toBe(before ?? keys.length);
        if (before !== undefined) return;
        known.set(key, keys.length);
        keys.push(key);
      };
      all.forEach(take);
      for (const id of removed) {
        expect(rows.remove(id.toUpperCase())).toBe(known.get(foldCase(id)));
        known.delete(foldCase(id));
      }
      expect(rows.count).toBe(known.size);
      expect([...rows.inOrder()].map((number) => rows.keyOf(number))).toEqual(
        [...known.keys()].sort(compareText),
      );
      expect(keys.map((_, number) => rows.keyOf(number))).toEqual(keys);
      all.forEach(take);
      for (const id of all) expect(rows.numberOf(id.toLowerCase())).toBe(known.get(foldCase(id)));
    }),
  );
});
