import fc from "fast-check";
import { expect, test } from "vitest";
import type { EndpointQueryRow } from "./columns";
import { csvChunks, jsonChunks } from "./export-rows";
import { endpointFields, type FieldId } from "./fields";
import { fleets, rowsOf } from "./testing/generated-rows";

const fields: FieldId[] = ["name", "host", "authentication", "registry", "tags", "usage"];

function row(name: string, more: Partial<EndpointQueryRow> = {}): EndpointQueryRow {
  return {
    id: `/endpoints/${name}`,
    name,
    host: "ghcr.io",
    authentication: "ArtifactPullSecret",
    provisioningState: "Succeeded",
    instanceId: "/instances/a",
    instanceName: "a",
    site: "Oslo",
    location: "westeurope",
    resourceGroup: "rg",
    subscriptionId: "s",
    subscriptionName: "Contoso",
    ...more,
  };
}

/** Reads CSV by the grammar of RFC 4180, quoted values only. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  const value = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let line: string[] = [];
  while (value.lastIndex < text.length) {
    const match = value.exec(text);
    if (match === null) throw new Error("This is no CSV.");
    line.push((match[1] ?? "").replaceAll('""', '"'));
    if (match[2] === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const csv = (rows: readonly EndpointQueryRow[], ids = fields) =>
  [...csvChunks({ rows, fields: ids })].join("");

test("CSV has the labels, then a line a row, with the chosen fields in their order", () => {
  const usage = new Map([["/endpoints/a", true]]);
  const rows = [row("a", { tags: { site: "Oslo", env: "prod" } }), row("b")];
  expect([...csvChunks({ rows, fields, usage })].join("")).toBe(
    [
      '\ufeff"Name","Host","Authentication","Registry kind","Tags","Usage"',
      '"a","ghcr.io","Artifact secret","GitHub Container Registry","site=Oslo; env=prod","Used"',
      '"b","ghcr.io","Artifact secret","GitHub Container Registry","",""',
      "",
    ].join("\r\n"),
  );
});

const dangerous = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1",
  '=cmd|"/c calc"!A1',
];

test.each(dangerous)("%j is no formula", (name) => {
  expect(readCsv(csv([row(name)], ["name"]).slice(1))).toEqual([["Name"], [`'${name}`]]);
});

test("whatever the values, CSV reads back, and nothing in it begins a formula", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\",;' a") }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 5 }), (values) => {
      const rows = values.map(([name, site]) => row(name, { site }));
      const [, ...lines] = readCsv(csv(rows, ["name", "site"]).slice(1));
      const isFormula = (value: string) => /^[=+\-@＝＋－＠\t\r\n]/.test(value);
      expect(lines).toEqual(
        values.map((line) => line.map((value) => (isFormula(value) ? `'${value}` : value))),
      );
      expect(lines.flat().some(isFormula)).toBe(false);
    }),
  );
});

test("JSON has an object a row, with the fields' ids", () => {
  fc.assert(
    fc.property(fleets, (fleet) => {
      const rows = rowsOf(fleet);
      const read = JSON.parse([...jsonChunks({ rows, fields })].join("")) as unknown;
      expect(read).toEqual(
        rows.map((one) =>
          Object.fromEntries(fields.map((id) => [id, endpointFields[id].value(one, new Map())])),
        ),
      );
    }),
  );
});

test("a long list comes in chunks, and rows are read only as they are written", () => {
  let read = 0;
  function* rows() {
    for (; read < 2_500; read++) yield row(`a${read}`);
  }
  const chunks = csvChunks({ rows: rows(), fields: ["name"] });
  chunks.next();
  expect(read).toBe(0);
  chunks.next();
  expect(read).toBeLessThan(1_001);
  expect([...chunks]).toHaveLength(2);
  expect([...jsonChunks({ rows: [], fields })].join("")).toBe("[]\n");
});
