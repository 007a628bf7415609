import { describe, expect, it, test } from "vitest";
import { createTestGraph, refusal, resource } from "./test-graph";

const { rows, values } = createTestGraph([
  resource("a", { kind: "red", location: "1", properties: { key: 1 } }),
  resource("b", { kind: "red", location: "2", properties: { key: 2 } }),
  resource("c", { kind: "blue", location: "3", properties: {} }),
]);
const left = "resources | project name, kind";
const right = "resources | project name, kind";

describe("kinds", () => {
  it("inner pairs every match", () => {
    expect(rows(`${left} | join kind=inner (${right}) on kind | project name, name1`)).toEqual([
      { name: "a", name1: "a" },
      { name: "a", name1: "b" },
      { name: "b", name1: "a" },
      { name: "b", name1: "b" },
      { name: "c", name1: "c" },
    ]);
  });

  test.each(["kind=innerunique ", ""])("%s takes one left row a key", (kind) => {
    expect(rows(`${left} | join ${kind}(${right}) on kind | project name, name1`)).toEqual([
      { name: "a", name1: "a" },
      { name: "a", name1: "b" },
      { name: "c", name1: "c" },
    ]);
  });

  it("leftouter keeps rows without a match, with empty text and nulls", () => {
    const some =
      "resources | where kind == 'red' | project kind, size = toint(properties.key), label = name";
    expect(rows(`${left} | where name != 'a' | join kind=leftouter (${some}) on kind`)).toEqual([
      { name: "b", kind: "red", kind1: "red", size: 1, label: "a" },
      { name: "b", kind: "red", kind1: "red", size: 2, label: "b" },
      { name: "c", kind: "blue", kind1: "", size: null, label: "" },
    ]);
  });

  it("leftouter has the right side's columns although it has no rows", () => {
    expect(rows(`${left} | take 1 | join kind=leftouter (${right} | where false) on name`)).toEqual(
      [{ name: "a", kind: "red", name1: "", kind1: "" }],
    );
  });
});

describe("columns", () => {
  it("whose names are taken get the next free number", () => {
    expect(
      rows(
        "resources | take 1 | project id = 1, id1 = 2 | join (resources | take 1 | project id = 1) on id",
      ),
    ).toEqual([{ id: 1, id1: 2, id2: 1 }]);
    const taken = "resources | take 1 | project id = 1, id1 = 3";
    const [row] = rows(`resources | take 1 | project id = 1 | join (${taken}) on id`);
    expect(row).toEqual({ id: 1, id1: 3, id2: 1 });
  });

  it("may be called like members of JavaScript's objects", () => {
    expect(
      rows(
        "resources | take 1 | project name | join (resources | take 1 | project name, constructor = 1) on name",
      ),
    ).toEqual([{ name: "a", name1: "a", constructor: 1 }]);
  });
});

describe("conditions", () => {
  it("name different columns by $left and $right", () => {
    const places = "resources | project place = location";
    const on = "$left.location == $right.place";
    expect(values(`resources | project location | join (${places}) on ${on} | count`)).toEqual([3]);
  });

  it("may be several", () => {
    expect(values(`${left} | join kind=inner (${right}) on kind, name | count`)).toEqual([3]);
  });

  it("are never met by null, and case counts", () => {
    const keyed = "resources | project key = toint(properties.key)";
    expect(values(`${keyed} | join kind=inner (${keyed}) on key | count`)).toEqual([2]);
    expect(
      values(`${left} | join (resources | project ['kind'] = toupper(kind)) on kind | count`),
    ).toEqual([0]);
  });
});

describe("refused", () => {
  test.each([
    ["another kind", `${left} | join kind=fullouter (${right}) on name`],
    ["a hint", `${left} | join kind=inner hint.strategy=broadcast (${right}) on name`],
    ["an inequality", `${left} | join (${right}) on $left.name != $right.name`],
    [
      "a fourth join",
      `${left}${` | join (${right} | project name) on name | project name`.repeat(4)}`,
    ],
  ])("is %s", (_, query) => {
    const { status, error } = refusal(() => rows(query));
    expect(status).toBe(400);
    expect(error.details?.[0]?.code).toBe("InvalidQuery");
  });

  it("is not a third join", () => {
    const query = `${left}${` | join (${right} | project name) on name | project name`.repeat(3)}`;
    expect(values(query)).toEqual(["a", "b", "c"]);
  });
});
