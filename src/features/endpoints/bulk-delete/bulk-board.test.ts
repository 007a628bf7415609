import { expect, test } from "vitest";
import { readLeft } from "./bulk-board";

test("what an earlier page has kept is told with a way to the list, and nothing else of it is taken", () => {
  const kept = { title: "Two were not deleted", body: "a, b", intent: "success", subject: "x" };
  const link = { label: "x", href: "https://evil.example" };
  expect(readLeft(JSON.stringify({ ...kept, link }))).toEqual({
    ...{ subject: "bulk", intent: "warning", title: kept.title, body: kept.body },
    link: { label: "Open the list", href: "/endpoints" },
  });
});

test.each(["null", "[]", "3", "{}", `{"title":"t"}`, `{"title":1,"body":"b"}`])(
  "%s is nothing to tell",
  (text) => {
    expect(readLeft(text)).toBeUndefined();
  },
);
