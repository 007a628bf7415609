import { describe, expect, it, test } from "vitest";
import { createTestGraph, refusal, resource, SUBSCRIPTION, VAULT } from "./test-graph";

const registry = "Microsoft.ContainerRegistry/registries";
const graph = createTestGraph([
  resource("b", { location: "westeurope", tags: { site: "one" }, properties: { size: 2 } }),
  resource("a", { location: "northeurope", properties: { size: 10, parts: ["x", "y"] } }),
  resource("c", { location: "westeurope", properties: { parts: [], bag: { p: 1, q: 2 } } }),
  resource("r", { type: registry, location: "westeurope", properties: { size: 1 } }),
  resource("secret", { type: `${VAULT}/secrets` }),
]);
const { rows, values } = graph;

describe("rows", () => {
  it("have the columns of Resource Graph, with type and resource group in lower case", () => {
    const { answer } = createTestGraph([
      {
        id: `/subscriptions/${SUBSCRIPTION}`,
        name: SUBSCRIPTION,
        type: "Microsoft.Resources/subscriptions",
        properties: { displayName: "Line 1", tenantId: "t" },
      },
      resource("Vault"),
    ]);
    expect(answer("resources").data).toEqual([
      {
        id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Group-A/providers/${VAULT}/Vault`,
        name: "Vault",
        type: "microsoft.keyvault/vaults",
        tenantId: "t",
        kind: "",
        location: "",
        resourceGroup: "group-a",
        subscriptionId: SUBSCRIPTION,
        managedBy: "",
        ...{ sku: null, plan: null, properties: {}, tags: null, identity: null, zones: null },
        ...{ extendedLocation: null, systemData: null },
      },
    ]);
    expect(answer("resourcecontainers | project name").data).toEqual([{ name: "Line 1" }]);
  });

  it("come by id, and types that Azure does not index not at all", () => {
    expect(values("resources | project name")).toEqual(["r", "a", "b", "c"]);
  });

  it("of Arc extensions have members that begin with a capital", () => {
    const type = "Microsoft.KubernetesConfiguration/extensions";
    const { values: found } = createTestGraph([
      resource("e", { type, properties: { extensionType: "microsoft.iotoperations" } }),
    ]);
    expect(found("kubernetesconfigurationresources | project properties.ExtensionType")).toEqual([
      "microsoft.iotoperations",
    ]);
  });
});

describe("tables", () => {
  test.each(["Resources", "RESOURCES", "rEsOuRcEs"])("%s is resources", (name) => {
    expect(values(`${name} | where name == 'a' | project name`)).toEqual(["a"]);
    expect(values(`${name} | join (${name}) on id | count`)).toEqual([4]);
  });

  it("resources is meant where a query names none", () => {
    expect(values("where name == 'a' | project name")).toEqual(["a"]);
    expect(values("// why\n count")).toEqual([4]);
  });
});

describe("where, extend, project", () => {
  it("filter and compute", () => {
    expect(
      rows(
        "resources | where name =~ 'A' | extend twice = properties.size * 2 | project name, twice",
      ),
    ).toEqual([{ name: "a", twice: 20 }]);
  });

  it("replace a column and see the one before", () => {
    expect(values("resources | extend name = strcat(name, '!') | project name | take 1")).toEqual([
      "r!",
    ]);
  });

  it("name what has no name as Kusto does", () => {
    const [row] = rows(
      "resources | where name == 'b' | project properties.size, tags['site'], tolower(name), tostring(properties.size)",
    );
    expect(row).toEqual({
      properties_size: 2,
      tags_site: "one",
      Column1: "b",
      properties_size1: "2",
    });
    const [extended] = rows(
      "resources | where name == 'b' | extend properties.size, tolower(name), z = 1, tostring(tags.site), toupper(name) | project-away sku, plan",
    );
    expect(extended).toMatchObject({
      properties_size: 2,
      Column1: "b",
      z: 1,
      tags_site: "one",
      Column2: "B",
    });
  });

  it("project keeps the order of its columns, also over no rows", () => {
    const query = "resources | where name == 'none' | project type, name";
    const { data } = graph.answer(query, { options: { resultFormat: "table" } });
    expect(data).toEqual({
      columns: [
        { name: "type", type: "string" },
        { name: "name", type: "string" },
      ],
      rows: [],
    });
  });

  it("project-away, -keep, -rename and -reorder choose columns", () => {
    const source = "resources | where name == 'a' | project id = 1, name, kind";
    expect(rows(`${source} | project-away i*, ['kind']`)).toEqual([{ name: "a" }]);
    expect(rows(`${source} | project-keep k*, name`)).toEqual([{ name: "a", kind: "" }]);
    expect(rows(`${source} | project-rename label = name`)).toEqual([
      { id: 1, label: "a", kind: "" },
    ]);
    const [reordered] = rows(`${source} | project-reorder ['kind']`);
    expect(Object.keys(reordered ?? {})).toEqual(["kind", "id", "name"]);
  });

  it("names in brackets are names", () => {
    expect(
      rows("resources | take 1 | project ['my name'] = name | where ['my name'] == 'r'"),
    ).toEqual([{ "my name": "r" }]);
  });
});

describe("order", () => {
  const byLocation = (order: string) =>
    values(`resources | project name, location, size = toint(properties.size) | order by ${order}`);

  test.each([
    ["name asc", ["a", "b", "c", "r"]],
    ["name", ["r", "c", "b", "a"]],
    ["location asc, name desc", ["a", "r", "c", "b"]],
    ["location asc, name asc", ["a", "b", "c", "r"]],
    ["size asc", ["c", "r", "b", "a"]],
    ["size desc", ["a", "b", "r", "c"]],
    ["size asc nulls last", ["r", "b", "a", "c"]],
    ["size desc nulls first", ["c", "a", "b", "r"]],
    ["tolower(name) asc", ["a", "b", "c", "r"]],
  ])("by %s gives %j", (order, expected) => {
    expect(byLocation(order)).toEqual(expected);
  });

  it("keeps rows with equal keys in their order", () => {
    expect(values("resources | project name, location | sort by location asc")).toEqual([
      "a",
      "r",
      "b",
      "c",
    ]);
  });

  it("compares text by code unit, capitals first", () => {
    const { values: found } = createTestGraph(
      ["b", "B", "a", "Ä", "_", "1"].map((name) => resource(`${name}${name.charCodeAt(0)}`)),
    );
    expect(found("resources | project name | order by name asc")).toEqual([
      "149",
      "B66",
      "_95",
      "a97",
      "b98",
      "Ä196",
    ]);
  });
});

describe("take, top, count, distinct", () => {
  it("count rows", () => {
    expect(rows("resources | count")).toEqual([{ Count: 4 }]);
    expect(rows("resources | where false | count")).toEqual([{ Count: 0 }]);
  });

  it("take and limit cut", () => {
    expect(values("resources | project name | take 2")).toEqual(["r", "a"]);
    expect(values("resources | project name | limit 0")).toEqual([]);
  });

  it("top sorts, then cuts", () => {
    expect(values("resources | top 2 by name | project name")).toEqual(["r", "c"]);
    expect(values("resources | top 2 by toint(properties.size) asc | project name")).toEqual([
      "c",
      "r",
    ]);
  });

  it("distinct keeps the first of equal rows", () => {
    expect(rows("resources | distinct location, type")).toEqual([
      { location: "westeurope", type: "microsoft.containerregistry/registries" },
      { location: "northeurope", type: "microsoft.keyvault/vaults" },
      { location: "westeurope", type: "microsoft.keyvault/vaults" },
    ]);
    expect(values("resources | project location | distinct *")).toEqual([
      "westeurope",
      "northeurope",
    ]);
    expect(values("resources | distinct toupper(location)")).toEqual(["WESTEUROPE", "NORTHEUROPE"]);
  });

  it("distinct is not deceived by text that looks like a border", () => {
    const { values: found } = createTestGraph([
      resource("one", { kind: "a\u0000stringb", location: "c" }),
      resource("two", { kind: "a", location: "b\u0000stringc" }),
    ]);
    expect(found("resources | distinct kind, location")).toHaveLength(2);
  });
});

describe("mv-expand", () => {
  it("gives a row for each element, none for an empty list, one for null", () => {
    expect(rows("resources | project name, part = properties.parts | mv-expand part")).toEqual([
      { name: "r", part: null },
      { name: "a", part: "x" },
      { name: "a", part: "y" },
      { name: "b", part: null },
    ]);
  });

  it("gives a bag for each member of a bag", () => {
    expect(
      rows("resources | where name == 'c' | mv-expand m = properties.bag | project m"),
    ).toEqual([{ m: { p: 1 } }, { m: { q: 2 } }]);
  });

  it("casts, and cuts at its limit", () => {
    const parts =
      "resources | where name == 'a' | project list = dynamic([1, 'x', 2.5, true]) | mv-expand list";
    expect(values(`${parts} to typeof(long)`)).toEqual([1, null, null, null]);
    expect(values(`${parts} to typeof(real)`)).toEqual([1, null, 2.5, null]);
    expect(values(`${parts} to typeof(bool)`)).toEqual([null, null, null, true]);
    expect(values(`${parts} to typeof(string) limit 2`)).toEqual(["1", "x"]);
  });

  it("gives 128 rows of one at most", () => {
    const { answer } = createTestGraph([
      resource("long", { properties: { list: Array.from({ length: 500 }, (_, index) => index) } }),
    ]);
    expect(answer("resources | mv-expand properties.list").totalRecords).toBe(128);
    expect(answer("resources | mv-expand properties.list limit 400").totalRecords).toBe(400);
    expect(refusal(() => answer("resources | mv-expand properties.list limit 401")).status).toBe(
      400,
    );
  });
});

describe("union", () => {
  it("puts tables behind one another and fills absent columns", () => {
    expect(
      rows(
        "resources | where name == 'a' | project name | union (resources | where name == 'b' | project size = toint(properties.size), kind)",
      ),
    ).toEqual([
      { name: "a", size: null, kind: "" },
      { name: "", size: 2, kind: "" },
    ]);
  });

  it("tells columns of several types apart", () => {
    expect(
      rows(
        "union (resources | where name == 'a' | project x = name), (resources | where name == 'b' | project x = 1)",
      ),
    ).toEqual([
      { x_string: "a", x_long: null },
      { x_string: "", x_long: 1 },
    ]);
  });
});
