import { expect, test } from "vitest";
import { noViews, withDefault, withView, type SavedViews } from "./saved-views";
import { readViewsFile, viewsFile, withViewsOfFile } from "./views-file";

const failed = { name: "Failed", search: { state: ["Failed"], subscription: ["all"] } };
const oslo = { name: "Oslo", search: { q: "oslo", subscription: ["all"] } };
const saved = withDefault(withView(withView(noViews, oslo), failed), "Oslo");

function imported(into: SavedViews, text: string) {
  const file = readViewsFile(text);
  if ("problem" in file) throw new Error(file.problem);
  return withViewsOfFile(into, file);
}

test("a file brings the same views to somebody who has none", () => {
  expect(imported(noViews, viewsFile(saved))).toEqual({ saved, added: 2 });
});

test("importing one's own file changes nothing", () => {
  expect(imported(saved, viewsFile(saved))).toEqual({ saved, added: 0 });
});

test("a view of a name that is taken comes under another, and the own default stays", () => {
  const other = { ...oslo, search: { q: "bergen", subscription: ["all"] } };
  const theirs = withDefault(withView(noViews, other), "Oslo");
  const { saved: after, added } = imported(saved, viewsFile(theirs));
  expect(added).toBe(1);
  expect(after.views).toEqual([failed, oslo, { ...other, name: "Oslo (2)" }]);
  expect(after.defaultName).toBe("Oslo");
});

test.each([
  ["nonsense", "The file is not JSON."],
  ["[]", "The file does not hold views of this list."],
  ['{"format":"registry-endpoint-views","version":1,"views":[]}', "The file has no views."],
  [
    '{"format":"registry-endpoint-views","version":2,"views":[]}',
    "The file is of version 2; this portal reads version 1.",
  ],
  [
    '{"format":"registry-endpoint-views","version":1,"views":[{"name":"a","search":{}},{"name":3}]}',
    "View 2 of the file has no name or no search.",
  ],
])("says what is wrong with a file: %s", (text, problem) => {
  expect(readViewsFile(text)).toEqual({ problem });
});
