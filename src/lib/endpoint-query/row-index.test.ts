import { expect, test } from "vitest";
import type { EndpointQueryRow } from "./columns";
import { emptyQuery, withFacet, type SortKey } from "./endpoint-query";
import { QueryEvaluator } from "./evaluate";
import { RowIndex } from "./row-index";

function row(name: string, more: Partial<EndpointQueryRow> = {}): EndpointQueryRow {
  return {
    id: `/endpoints/${name}`,
    name,
    host: "ghcr.io",
    authentication: "Anonymous",
    provisioningState: "Succeeded",
    instanceId: "/instances/a",
    instanceName: "a",
    site: "Oslo",
    location: "westeurope",
    resourceGroup: "rg",
    subscriptionId: "s",
    subscriptionName: "Contoso",
    tags: { site: "Oslo" },
    ...more,
  };
}

function namesIn(rows: EndpointQueryRow[], sort: SortKey[], search = ""): string[] {
  const index = new RowIndex();
  index.put(rows);
  const { rowNumbers } = new QueryEvaluator(index).evaluate({ ...emptyQuery(), search, sort });
  return [...rowNumbers].map((number) => index.row(number)?.name ?? "");
}

test("a row that says nothing new keeps its object, its number and the version", () => {
  const index = new RowIndex();
  const first = row("a");
  expect(index.put([first, row("b")]).added).toHaveLength(2);
  const { version } = index;
  expect(index.put([row("a"), { ...row("b"), id: "/ENDPOINTS/b" }])).toMatchObject({
    added: [],
    updated: [{ name: "b" }],
  });
  expect(index.row(0)).toBe(first);
  expect(index.numberOf("/Endpoints/B")).toBe(1);
  expect(index.version).toBe(version + 1);
  index.put([row("a")]);
  index.remove(["/endpoints/none"]);
  expect(index.version).toBe(version + 1);
});

test("a changed tag changes the row", () => {
  const index = new RowIndex();
  index.put([row("a")]);
  expect(index.put([row("a", { tags: { site: "Lyon" } })]).updated).toHaveLength(1);
  expect(index.put([row("a", { tags: null })]).updated).toHaveLength(1);
});

test("the number of a removed row is not given again", () => {
  const index = new RowIndex();
  index.put([row("a"), row("b")]);
  index.remove(["/endpoints/A"]);
  index.put([row("a")]);
  expect(index.row(0)).toBeUndefined();
  expect(index.numberOf("/endpoints/a")).toBe(2);
  expect(index.size).toBe(2);
});

test("versions sort as people read them, in both directions", () => {
  const rows = ["1.2.10", "1.10.0", "1.2.9", "", "1.2.10-preview", "1.2"].map((instanceVersion) =>
    row(instanceVersion, { instanceVersion }),
  );
  const order = ["", "1.2", "1.2.9", "1.2.10", "1.2.10-preview", "1.10.0"];
  expect(namesIn(rows, [{ column: "version", direction: "asc" }])).toEqual(order);
  expect(namesIn(rows, [{ column: "version", direction: "desc" }])).toEqual(order.toReversed());
});

test("a tag is found by its whole name and a part of its value", () => {
  const rows = [
    row("a", { tags: { site: "North Oslo" } }),
    row("b", { tags: { website: "oslo" } }),
    row("c", { tags: { owner: "oslo=site" } }),
    row("d", { tags: null }),
  ];
  const find = (search: string) => namesIn(rows, [], search);
  expect(find("tag:Site=oslo")).toEqual(["a"]);
  expect(find("-tag:site=oslo")).toEqual(["b", "c", "d"]);
  expect(find("tag:owner=oslo=s")).toEqual(["c"]);
  expect(find("tag:site=")).toEqual(["a"]);
  expect(find("tag:web")).toEqual(["b"]);
  expect(find("e=oslo")).toEqual(["b"]);
});

test("a text that spans two fields is not found", () => {
  expect(namesIn([row("ab", { host: "cd" })], [], "bc")).toEqual([]);
  expect(namesIn([row("a", { tags: { x: "1", y: "2" } })], [], "tag:1y")).toEqual([]);
});

test("use counts once it is known, and only of the endpoints that were looked at", () => {
  const index = new RowIndex();
  index.put([row("a"), row("b"), row("c")]);
  const evaluator = new QueryEvaluator(index);
  const unused = withFacet(emptyQuery(), "usage", ["unused"]);
  expect(evaluator.count(unused)).toBe(0);
  index.setUsage(
    new Map([
      ["/endpoints/a", true],
      ["/endpoints/b", false],
    ]),
  );
  expect(evaluator.count(unused)).toBe(1);
  expect(evaluator.facetCounts(unused, "usage")).toEqual([
    { value: "", label: "", count: 1 },
    { value: "unused", label: "Not used", count: 1 },
    { value: "used", label: "Used", count: 1 },
  ]);
});

test("the use of a row that came is unknown, also where another went", () => {
  const index = new RowIndex();
  expect(index.isUsageKnown()).toBe(true);
  index.put([row("a"), row("b")]);
  expect(index.isUsageKnown()).toBe(false);
  index.setUsage(
    new Map([
      ["/endpoints/a", true],
      ["/endpoints/b", false],
    ]),
  );
  expect(index.isUsageKnown()).toBe(true);
  index.remove(["/endpoints/A"]);
  expect(index.isUsageKnown()).toBe(true);
  index.put([row("c")]);
  expect(index.isUsageKnown()).toBe(false);
});

test("a value that no row has any more is no value to filter by", () => {
  const index = new RowIndex();
  index.put([row("a"), row("b", { host: "docker.io" })]);
  const evaluator = new QueryEvaluator(index);
  index.remove(["/endpoints/b"]);
  expect(evaluator.facetCounts(emptyQuery(), "registry")).toEqual([
    { value: "github", label: "GitHub Container Registry", count: 1 },
  ]);
  expect(evaluator.facetCounts(emptyQuery(), "host")).toEqual([
    { value: "ghcr.io", label: "ghcr.io", count: 1 },
  ]);
});

test("columns that were made ready read a row once, and follow what changes", () => {
  const index = new RowIndex();
  let reads = 0;
  const counted = row("a");
  Object.defineProperty(counted, "host", { enumerable: true, get: () => (reads++, "ghcr.io") });
  index.put([counted, row("b")]);
  expect([...index.ready()].length).toBeGreaterThan(10);
  const before = reads;
  const evaluator = new QueryEvaluator(index);
  const find = (search: string) => evaluator.count({ ...emptyQuery(), search });
  expect(find("ghcr")).toBe(2);
  expect(reads).toBe(before);
  index.put([row("b", { host: "docker.io" }), row("c")]);
  expect([find("ghcr"), find("docker")]).toEqual([2, 1]);
});

test("instances of the same name are told apart, others are not burdened with that", () => {
  const index = new RowIndex();
  index.put([
    row("a", { instanceId: "/instances/1", instanceName: "porto", resourceGroup: "rg-1" }),
    row("b", { instanceId: "/instances/2", instanceName: "Porto", resourceGroup: "rg-2" }),
    row("c", { instanceId: "/instances/3", instanceName: "oslo" }),
  ]);
  expect(new QueryEvaluator(index).facetCounts(emptyQuery(), "instance")).toEqual([
    { value: "/instances/3", label: "oslo", count: 1 },
    { value: "/instances/1", label: "porto", detail: "rg-1, Contoso", count: 1 },
    { value: "/instances/2", label: "Porto", detail: "rg-2, Contoso", count: 1 },
  ]);
});
