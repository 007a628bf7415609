import { expect, test } from "vitest";
import { userNames } from "./endpoint-user-words";

const graph = (name: string) => ({ name, kind: "dataflowGraph" }) as const;

test("users are named in a sentence, and counted when there are many", () => {
  expect(userNames([graph("a")])).toBe("data flow graph “a”");
  expect(userNames([graph("a"), { name: "b", kind: "akriConnectorTemplate" }])).toBe(
    "data flow graph “a” and connector template “b”",
  );
  expect(userNames(["a", "b", "c", "d", "e", "f", "g"].map(graph))).toBe(
    "data flow graph “a”, data flow graph “b”, data flow graph “c”, data flow graph “d”, data flow graph “e” and 2 more",
  );
});
