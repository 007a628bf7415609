import { expect, test } from "vitest";
import { emptyQuery, withFacet } from "./endpoint-query";
import { QueryEvaluator } from "./evaluate";
import { otherSearches } from "./other-searches";
import { RowIndex } from "./row-index";
import { awkwardFleet, rowsOf } from "./testing/generated-rows";

const rows = rowsOf(awkwardFleet);
const index = new RowIndex();
index.put(rows);
const searches = (search: string) => otherSearches(index, { ...emptyQuery(), search });
const withState = (state: string) => rows.filter((row) => row.provisioningState === state).length;

test("a word that is a value of another field is offered as a search there, with its count", () => {
  expect(searches("failed")).toEqual([{ search: "state:failed", count: withState("Failed") }]);
  expect(searches("-failed")).toEqual([]);
  expect(searches("state:nothing")).toEqual([]);
  expect(searches("no-such-word")).toEqual([]);
});

test("each word is offered where it is, beside what else is asked for", () => {
  const europe = rows.filter((row) => row.location === "westeurope");
  const failed = europe.filter((row) => row.provisioningState === "Failed");
  expect(failed.length).toBeGreaterThan(0);
  expect(searches("failed WESTEUROPE registry")).toEqual([
    { search: "state:failed location:WESTEUROPE registry", count: failed.length },
  ]);
  const query = withFacet({ ...emptyQuery(), search: "failed" }, "provisioningState", [
    "Succeeded",
  ]);
  expect(otherSearches(index, query), "a filter rules it out").toEqual([]);
});

test("what a field never has is offered as a word, and in the field that has it", () => {
  const [word] = searches("registry:ghcr");
  expect(word).toMatchObject({ search: "ghcr" });
  expect(word?.count).toBe(new QueryEvaluator(index).count({ ...emptyQuery(), search: "ghcr" }));
  expect(searches("site:failed")).toEqual([{ search: "state:failed", count: withState("Failed") }]);
  expect(searches("-registry:ghcr")).toEqual([]);
});

test("a name that is no field's is offered as a tag's", () => {
  const tagged = rows.filter(({ tags }) => tags?.env === "prod").length;
  expect(tagged).toBeGreaterThan(0);
  expect(searches("env:PROD")).toEqual([{ search: "tag:env=PROD", count: tagged }]);
  expect(searches("env:no-such-value")).toEqual([]);
});

test("what finds most comes first, and three are enough", () => {
  const found = searches("e");
  expect(found).toHaveLength(3);
  const counts = found.map(({ count }) => count);
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
});

test("of more readings than are tried, those that move the fewest words are", () => {
  const one = { ...rows[0]!, name: "a-plain-name", provisioningState: "Failed" };
  const few = new RowIndex();
  few.put([...rows, one]);
  const found = otherSearches(few, { ...emptyQuery(), search: "plain-name e a" });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ search }) => search.startsWith("plain-name "))).toBe(true);
});
