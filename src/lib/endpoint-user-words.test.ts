import { expect, test } from "vitest";
import { userNames } from "./endpoint-user-words";

const graph = (name: string) => ({ name, kind: "dataflowGraph" }) as const;

test("users are named in a sentence, and counted when there are many", () => {
  expect(userNames([graph("a")])).toBe("dataflow graph “a”");
  expect(userNames([graph("a"), { name: "b", kind: "akriConnectorTemplate" }])).toBe(
    "dataflow graph “a” and connector template “b”",
  );
  expect(userNames(["a", "b", "c", "d", "e", "f", "g"].map(graph))).toBe(
    "dataflow graph “a”, dataflow graph “b”, dataflow graph “c”, dataflow graph “d”, dataflow graph “e” and 2 more",
  );
});
