import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSearch, parseSearch, searchFieldNames, unknownFieldsOf } from "./search-language";

const plain = (text: string) => ({ text, isNegated: false });

describe("parseSearch", () => {
  test.each([
    ["", []],
    ["  oslo   ghcr ", [plain("oslo"), plain("ghcr")]],
    ['"north hall" oslo', [plain("north hall"), plain("oslo")]],
    ["site:Oslo", [{ field: "site", text: "Oslo", isNegated: false }]],
    ["SITE:oslo", [{ field: "site", text: "oslo", isNegated: false }]],
    ['site:"North Hall"x', [{ field: "site", text: "North Hall", isNegated: false }, plain("x")]],
    ["-failed", [{ text: "failed", isNegated: true }]],
    [
      '-state:failed -"a b"',
      [
        { field: "provisioningState", text: "failed", isNegated: true },
        { text: "a b", isNegated: true },
      ],
    ],
    ["tag:site=oslo", [{ field: "tags", text: "site=oslo", isNegated: false }]],
    [
      "auth:pull method:anon",
      [
        { field: "authentication", text: "pull", isNegated: false },
        { field: "authentication", text: "anon", isNegated: false },
      ],
    ],
    [
      "rg:plant -SUB:europe subscription:x",
      [
        { field: "resourceGroup", text: "plant", isNegated: false },
        { field: "subscription", text: "europe", isNegated: true },
        { field: "subscription", text: "x", isNegated: false },
      ],
    ],
    ["host:localhost:5000", [{ field: "host", text: "localhost:5000", isNegated: false }]],
    ["name:-a", [{ field: "name", text: "-a", isNegated: false }]],
    ['"say ""hi"""', [plain('say "hi"')]],
    ['a"b', [plain('a"b')]],
    ["https://ghcr.io/", [plain("ghcr.io")]],
    ["-host:HTTP://ghcr.io", [{ field: "host", text: "ghcr.io", isNegated: true }]],
    ['"https://ghcr.io/"', [plain("https://ghcr.io/")]],
  ])("reads %j", (search, clauses) => {
    expect(parseSearch(search)).toEqual(clauses);
  });

  test.each([
    "localhost:5000",
    "a:b",
    "ftp://ghcr.io/contoso",
    "https://",
    "namespace:x",
    ":",
    "::",
    "=",
    "a-b",
  ])("takes %j for a word", (word) => {
    expect(parseSearch(word)).toEqual([plain(word)]);
  });

  test.each(["-", "- ", "host:", "-host:", '"', '""', '-""', 'site:"', '"  "'])(
    "what is not written yet asks for nothing: %j",
    (search) => {
      expect(parseSearch(search)).toEqual([]);
    },
  );

  test("a phrase without an end ends with the search", () => {
    expect(parseSearch('"north ha')).toEqual([plain("north ha")]);
    expect(parseSearch('site:"north ')).toEqual([
      { field: "site", text: "north", isNegated: false },
    ]);
  });

  test("each field has one name that is written", () => {
    expect(searchFieldNames).toEqual([
      "name",
      "host",
      "instance",
      "site",
      "group",
      "subscription",
      "tag",
      "method",
      "state",
      "version",
      "location",
      "registry",
    ]);
  });
});

describe("any text", () => {
  const searches = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom(...'-:=" \n\u0000ab', '""', "host:", "TAG:", "x:", "é", "😀", "\ud800"),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );

  test("is read without an error, into texts on one line with something in them", () => {
    fc.assert(
      fc.property(searches, (search) => {
        for (const { text } of parseSearch(search)) {
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
    );
  });

  test("reads as the same clauses when it is written again", () => {
    fc.assert(
      fc.property(searches, (search) => {
        const clauses = parseSearch(search);
        const written = formatSearch(clauses);
        expect(parseSearch(written)).toEqual(clauses);
        expect(formatSearch(parseSearch(written))).toBe(written);
      }),
    );
  });
});

test("names before a colon that are no column's are told, ports and addresses are not", () => {
  expect(unknownFieldsOf('provisioning:failed -nosuch:"a b" "x:y" nosuch:c')).toEqual([
    "provisioning",
    "nosuch",
    "x",
  ]);
  expect(
    unknownFieldsOf("State:failed localhost:5000 https://ghcr.io host: 10.0.0.1:80 a"),
  ).toEqual([]);
});
