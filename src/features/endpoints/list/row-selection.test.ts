import fc from "fast-check";
import { expect, test } from "vitest";
import { RowSelection, type KeyedPlaces } from "./row-selection";

const places = (ids: readonly (string | undefined)[]): KeyedPlaces<string> => ({
  count: ids.length,
  at: (place) => ids[place]?.toUpperCase(),
  keyAt: (place) => ids[place],
});
const letters = [..."abcdefghij"];

function selectionOf(ids: readonly string[], shown: readonly (string | undefined)[] = ids) {
  const selection = new RowSelection<string>((row) => row.toLowerCase());
  selection.look(places(ids), places(shown), () => true);
  return selection;
}
const selected = (selection: RowSelection<string>) =>
  [...selection.all()]
    .map(([id]) => id)
    .sort()
    .join("");

test("a range follows its end from the same place, and leaves what was selected before", () => {
  const selection = selectionOf(letters);
  selection.toggle("a", "A");
  selection.selectRange(4, 6);
  expect(selected(selection)).toBe("aefg");
  selection.selectRange(4, 5);
  expect(selected(selection)).toBe("aef");
  selection.selectRange(4, 0);
  expect(selected(selection)).toBe("abcde");
  selection.selectRange(4, 4);
  expect(selected(selection)).toBe("ae");
});

test("a range follows its end though rows arrive within it and before it", () => {
  const selection = selectionOf([..."dhj"]);
  selection.selectRange(1, 2);
  expect(selected(selection)).toBe("hj");
  const more = [..."bdfhij"];
  selection.look(places(more), places(more), () => true);
  selection.selectRange(3, 2);
  expect(selected(selection)).toBe("fh");
  expect([selection.count, selection.hiddenCount, selection.shown]).toEqual([2, 0, "some"]);
});

test("what is selected as it arrives ends with another question, another choice, and once all is here", () => {
  const loading = { sought: "q", isWhole: false };
  const arrive = (selection: RowSelection<string>, ids: string, looking = loading) =>
    selection.look(places([...ids]), places([...ids]), () => true, looking);
  const growing = () => {
    const selection = new RowSelection<string>((row) => row.toLowerCase());
    arrive(selection, "ab");
    selection.grow("q");
    arrive(selection, "abc");
    expect([selected(selection), selection.isGrowing]).toEqual(["abc", true]);
    return selection;
  };
  const asked = growing();
  arrive(asked, "xyz", { sought: "other", isWhole: false });
  arrive(asked, "abcd");
  expect([selected(asked), asked.isGrowing]).toEqual(["abc", false]);
  const chosen = growing();
  chosen.toggle("b", "B");
  arrive(chosen, "abcd");
  expect([selected(chosen), chosen.isGrowing]).toEqual(["ac", false]);
  const whole = growing();
  arrive(whole, "abcd", { sought: "q", isWhole: true });
  arrive(whole, "abcde", { sought: "q", isWhole: true });
  expect([selected(whole), whole.isGrowing, whole.shown]).toEqual(["abcd", false, "some"]);
});

test("a range from another place adds to the one before", () => {
  const selection = selectionOf(letters);
  selection.selectRange(0, 1);
  selection.selectRange(8, 9);
  expect(selected(selection)).toBe("abij");
});

test("a row of a range that went and came back is not counted, as it is not selected", () => {
  const selection = selectionOf(letters);
  selection.selectRange(0, 2);
  const rest = letters.filter((id) => id !== "b");
  selection.look(places(rest), places(rest), (id) => rest.includes(id));
  selection.look(places(letters), places(letters), () => true);
  selection.selectRange(0, 3);
  expect([selected(selection), selection.hiddenCount]).toEqual(["abcd", 0]);
  selection.selectAll();
  expect([selection.hiddenCount, selection.shown]).toEqual([0, "all"]);
});

test("a range passes over the heads of groups, and rows of closed groups", () => {
  const selection = selectionOf(letters, [undefined, "a", "b", undefined, undefined, "i", "j"]);
  selection.selectRange(1, 5);
  expect(selected(selection)).toBe("abi");
});

test("all are those that the filters leave, and what they hide stays and is counted", () => {
  const selection = selectionOf(letters);
  selection.toggle("j", "J");
  expect(selection.shown).toBe("some");
  selection.look(places(["a", "b"]), places(["a", "b"]), () => true);
  expect([selection.count, selection.hiddenCount, selection.shown]).toEqual([1, 1, "none"]);
  selection.selectAll();
  expect([selection.count, selection.hiddenCount, selection.shown]).toEqual([3, 1, "all"]);
  selection.clear();
  expect([selection.count, selection.shown]).toEqual([0, "none"]);
});

test("what is taken back is no longer selected, hidden or not, and nothing more is as it arrives", () => {
  const selection = selectionOf(letters);
  selection.grow("");
  selection.look(places(["a", "b", "c"]), places(["a", "b", "c"]), () => true, {
    ...{ sought: "", isWhole: false },
  });
  let told = 0;
  selection.subscribe(() => (told += 1));
  selection.unselect(["b", "j", "x"]);
  expect(selected(selection)).toBe("acdefghi");
  expect([selection.hiddenCount, selection.shown, selection.isGrowing]).toEqual([6, "some", false]);
  expect(told).toBe(1);
});

test("rows that are no more are no longer selected, which is a change", () => {
  const selection = selectionOf(letters);
  selection.selectAll();
  const { version } = selection;
  const rest = letters.slice(3);
  selection.look(places(rest), places(rest), (id) => rest.includes(id));
  expect([selection.count, selection.shown]).toEqual([7, "all"]);
  expect(selection.version).toBeGreaterThan(version);
});

test("the counts are those of what is selected, whatever was done", () => {
  const step = fc.oneof(
    fc.record({ toggle: fc.nat(9) }),
    fc.record({ from: fc.nat(9), to: fc.nat(9) }),
    fc.constant("all" as const),
    fc.constant("none" as const),
    fc.record({ unselect: fc.subarray(letters) }),
    fc.record({ look: fc.subarray(letters) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let shown = letters;
      const selection = selectionOf(shown);
      for (const one of steps) {
        if (one === "all") selection.selectAll();
        else if (one === "none") selection.clear();
        else if ("unselect" in one) selection.unselect(one.unselect);
        else if ("look" in one) {
          shown = one.look;
          selection.look(places(shown), places(shown), () => true);
        } else if ("from" in one) selection.selectRange(one.from, one.to);
        else if (shown[one.toggle] !== undefined) selection.toggle(shown[one.toggle] ?? "", "row");
        const hidden = [...selection.all()].filter(([id]) => !shown.includes(id));
        expect(selection.hiddenCount).toBe(hidden.length);
      }
    }),
  );
});
