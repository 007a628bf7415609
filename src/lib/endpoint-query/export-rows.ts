import type { EndpointQueryRow, EndpointUsage } from "./columns";
import { endpointFields, type FieldId } from "./fields";

/** What a file has: the rows in their order, the fields as its columns in theirs. */
export interface RowExport {
  rows: Iterable<EndpointQueryRow>;
  fields: readonly FieldId[];
  /** Absent: nothing is known. */
  usage?: EndpointUsage;
}

/** Rows in one chunk. */
const ROWS_A_CHUNK = 1_000;

/** Between the texts of a field that has several, in CSV. */
const BETWEEN_TEXTS = "; ";

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"): equals, plus, minus
 * and at, their full-width forms, and a tab or line break, behind which one may stand.
 */
const BEGINS_FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * CSV as RFC 4180 has it, with a line of labels first and a byte order mark before that, in chunks to be
 * written one after the other. Every value is quoted; one that a spreadsheet would take for a formula
 * has an apostrophe before it, which is part of the value to everybody else.
 */
export function* csvChunks({ rows, fields, usage = new Map() }: RowExport): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(fields.map((id) => endpointFields[id].label));
  yield* inChunks(rows, (row) =>
    csvLine(
      fields.map((id) => {
        const value = endpointFields[id].value(row, usage);
        return typeof value === "string" ? value : value.join(BETWEEN_TEXTS);
      }),
    ),
  );
}

/**
 * A JSON array of one object a row, with the fields' ids as names; a field of several texts is an array of
 * them. One row a line, in chunks to be written one after the other.
 */
export function* jsonChunks({ rows, fields, usage = new Map() }: RowExport): Generator<string> {
  let before = "[\n";
  yield* inChunks(rows, (row) => {
    const values = fields.map((id) => [id, endpointFields[id].value(row, usage)] as const);
    const line = `${before}  ${JSON.stringify(Object.fromEntries(values))}`;
    before = ",\n";
    return line;
  });
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(",")}\r\n`;
}

function csvValue(value: string): string {
  const harmless = BEGINS_FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function* inChunks<Row>(rows: Iterable<Row>, write: (row: Row) => string): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(write(row));
    if (lines.length < ROWS_A_CHUNK) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}
