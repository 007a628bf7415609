import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addObjects,
  listObjects,
  removeObjects,
  UnreadableObjectsError,
} from "./secret-provider-objects";
import { readArray } from "./yaml-array-text";

const names = (text: string) => listObjects(text).map(({ objectName }) => objectName);

/** Entry as some writer laid it out. */
interface WrittenEntry {
  name: string;
  extra: string[];
  header: string;
  trailing: string;
  comment?: string;
}

const secretName = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,20}$/);
const entry: fc.Arbitrary<WrittenEntry> = fc.record({
  name: secretName,
  extra: fc.subarray([
    "objectVersion: 0123abc",
    "objectEncoding: hex",
    "objectVersionHistory: 3",
    "# kept for line 4",
    "",
  ]),
  header: fc.constantFrom("|", "|-", "|+", ">-", "!!str |", "|  # note"),
  trailing: fc.constantFrom("", "  ", "\n", "\n  \n"),
  comment: fc.option(fc.constantFrom("# above", "#"), { nil: undefined }),
});

const written = fc
  .record({
    entries: fc.uniqueArray(entry, { selector: ({ name }) => name, minLength: 1, maxLength: 6 }),
    indent: fc.constantFrom([4, 6], [2, 4], [0, 2], [3, 9]),
    isCrlf: fc.boolean(),
    head: fc.constantFrom("", "---\n", "# written by hand\n", "other: 1\n"),
    tail: fc.constantFrom("", "# end\n", "after: {a: [1, 2]}\n", "\n\n"),
    hasFinalBreak: fc.boolean(),
  })
  .map(({ entries, indent: [dash = 4, inner = 6], isCrlf, head, tail, hasFinalBreak }) => {
    const items = entries.map(({ name, extra, header, trailing, comment }) => {
      const body = ["objectName: " + JSON.stringify(name), ...extra, "objectType: secret"];
      const lines = body.map((line) => (line === "" ? "" : " ".repeat(inner) + line));
      const above = comment === undefined ? "" : `${" ".repeat(dash)}${comment}\n`;
      return `${above}${" ".repeat(dash)}- ${header}\n${lines.join("\n\n")}${trailing}\n`;
    });
    const text = `${head}array:\n${items.join("")}${tail}`;
    const ended = hasFinalBreak ? text : text.replace(/\n$/, "");
    return {
      text: isCrlf ? ended.replaceAll("\n", "\r\n") : ended,
      names: entries.map(({ name }) => name),
    };
  });

describe("provider class objects", () => {
  it("are written in the documented layout", () => {
    expect(addObjects("", ["secret1", "secret2"])).toBe(
      "array:\n    - |\n      objectName: secret1\n      objectType: secret\n    - |\n      objectName: secret2\n      objectType: secret\n",
    );
    expect(addObjects(undefined, ["secret1"])).toBe(addObjects("", ["secret1"]));
  });

  it("follow the indentation that is there", () => {
    const text = "array:\n  - |\n    objectName: a\n    objectType: secret\n";
    expect(addObjects(text, ["b"])).toBe(
      `${text}  - |\n    objectName: b\n    objectType: secret\n`,
    );
  });

  it.each(["array: []\n", "array:\n", "array: null # none yet\n", "# nothing\n", "other: 1", "{}"])(
    "are added to the empty list in %j",
    (text) => {
      expect(names(addObjects(text, ["a", "b"]))).toEqual(["a", "b"]);
      expect(names(removeObjects(addObjects(text, ["a", "b"]), ["a", "b"]))).toEqual([]);
    },
  );

  it("are added to and removed from a flow list", () => {
    const text = 'array: ["objectName: a\\nobjectType: secret", "objectName: b" ] # two\n';
    const added = addObjects(text, ["c"]);
    expect(names(added)).toEqual(["a", "b", "c"]);
    expect(names(removeObjects(added, ["b", "c"]))).toEqual(["a"]);
    expect(names(removeObjects(added, ["a", "b", "c"]))).toEqual([]);
  });

  it("keep names that other readers would not take for text", () => {
    const text = addObjects("", ["123", "yes", "null", "1e3"]);
    expect(names(text)).toEqual(["123", "yes", "null", "1e3"]);
    expect(text).toContain('objectName: "123"');
    expect(text).toContain('objectName: "yes"');
  });

  it("that go by an alias are not the secret itself", () => {
    const text =
      "array:\n    - |\n      objectName: a\n      objectType: secret\n      objectAlias: b\n";
    expect(listObjects(text)).toEqual([{ objectName: "a", objectType: "secret", path: "b" }]);
    expect(names(addObjects(text, ["a"]))).toEqual(["a", "a"]);
    expect(removeObjects(text, ["a", "b"])).toBe(text);
  });

  it("of another kind are not taken for the secret", () => {
    const text = "array:\n    - |\n      objectName: a\n      objectType: key\n";
    expect(() => addObjects(text, ["a"])).toThrow(UnreadableObjectsError);
    expect(removeObjects(text, ["a"])).toBe(text);
  });

  it.each([
    "array:\n\t- |\n",
    "array: [",
    "array: text",
    "- a\n",
    "text",
    "array:\n  - objectName: a\n",
    "array: []\narray: []\n",
    "array: []\n---\narray: []\n",
  ])("that cannot be read refuse a change: %j", (text) => {
    expect(() => addObjects(text, ["a"])).toThrow(UnreadableObjectsError);
    expect(() => removeObjects(text, ["a"])).toThrow(/It is left as it is/);
  });

  it("that cannot be read one by one stay where they are", () => {
    const text = "array:\n    - |\n      {broken\n    - |\n      objectName: a\n";
    const added = addObjects(text, ["b"]);
    expect(added.startsWith(text)).toBe(true);
    expect(names(added)).toEqual(["a", "b"]);
  });

  it("keep the text of every other entry when more are added, and adding again changes nothing", () => {
    fc.assert(
      fc.property(written, fc.array(secretName, { maxLength: 4 }), ({ text, names: old }, more) => {
        const added = addObjects(text, more);
        expect(trimmed(readArray(added)).slice(0, old.length)).toEqual(trimmed(readArray(text)));
        expect(new Set(names(added))).toEqual(new Set([...old, ...more]));
        expect(addObjects(added, [...more, ...old])).toBe(added);
      }),
      { numRuns: 300 },
    );
  });

  it("are as before once what was added is removed", () => {
    fc.assert(
      fc.property(written, fc.array(secretName, { maxLength: 4 }), ({ text, names: old }, more) => {
        const fresh = more.filter((name) => !old.includes(name));
        const back = removeObjects(addObjects(text, fresh), fresh);
        expect(readArray(back).map((item) => item.trimEnd())).toEqual(
          readArray(text).map((item) => item.trimEnd()),
        );
        expect(back.trimEnd()).toBe(text.trimEnd());
      }),
      { numRuns: 300 },
    );
  });

  it("keep every other entry when some are removed", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 63 }), ({ text, names: old }, mask) => {
        const gone = old.filter((_, index) => (mask >> index) % 2 === 1);
        const others = readArray(text).filter((_, index) => (mask >> index) % 2 === 0);
        expect(trimmed(readArray(removeObjects(text, gone)))).toEqual(trimmed(others));
      }),
      { numRuns: 300 },
    );
  });
});

function trimmed(items: string[]): string[] {
  return items.map((item) => item.replace(/\n+$/, ""));
}
