import type { AzureError } from "../http/azure-error";
import { idKey } from "../resource-id";
import type { ResourceGraphResult } from "./resource-graph-client";

interface ReadPage {
  rows: unknown[];
  totalRecords: number;
  /** True if Azure left rows out and gave no way to more. */
  isTruncated: boolean;
  hasHitLimit: boolean;
}

/** The rows of all pages of all batches of a query, and what speaks against their being all. */
export interface MergedRows {
  add(page: ReadPage, isFirstOfBatch: boolean): void;
  /** Notes that reading ended before the last page. */
  stopped(error: AzureError): void;
  count(): number;
  totalRecords(): number;
  result<Row>(): ResourceGraphResult<Row>;
}

/**
 * Merges pages by id, in any case; of rows that came twice the later one counts. Rows without an id are all
 * kept. Resources that come and go while pages are read shift the pages: where Azure's counts tell of it,
 * the result is marked as incomplete.
 */
export function createMergedRows(): MergedRows {
  const rows = new Map<string, unknown>();
  const notes = new Set<string>();
  const batches: { first: number; last: number }[] = [];
  let hasHitLimit = false;

  const totalRecords = () => batches.reduce((sum, { last }) => sum + last, 0);

  return {
    add(page, isFirstOfBatch) {
      const { totalRecords: total } = page;
      if (isFirstOfBatch) batches.push({ first: total, last: total });
      const batch = batches.at(-1);
      if (batch) batch.last = total;
      for (const row of page.rows) rows.set(keyOf(row, rows.size), row);
      if (page.isTruncated) notes.add(TRUNCATED);
      if (page.hasHitLimit) notes.add(LIMIT_HIT);
      hasHitLimit ||= page.hasHitLimit;
    },
    stopped({ message, code }) {
      const left = `${rows.size} of ${totalRecords()}`;
      notes.add(`Azure Resource Graph failed after ${left} rows: ${message} (${code})`);
    },
    count: () => rows.size,
    totalRecords,
    result<Row>(): ResourceGraphResult<Row> {
      if (notes.size === 0 && hasShifted()) notes.add(shifted());
      return {
        rows: [...rows.values()] as Row[],
        totalRecords: totalRecords(),
        ...(notes.size === 0 ? {} : { incomplete: [...notes].join(" ") }),
        ...(hasHitLimit ? { hasHitSubscriptionLimit: true } : {}),
      };
    },
  };

  function hasShifted(): boolean {
    return rows.size !== totalRecords() || batches.some(({ first, last }) => first !== last);
  }

  function shifted(): string {
    const counted = `counted ${totalRecords()} and returned ${rows.size}`;
    return `Azure Resource Graph ${counted}: resources changed while they were read. Refresh to read them again.`;
  }
}

const TRUNCATED = "Azure Resource Graph left rows out of a result that was too large.";
const LIMIT_HIT =
  "Azure Resource Graph searched only the first 10,000 subscriptions of the tenant.";

function keyOf(row: unknown, position: number): string {
  const id = (row as { id?: unknown } | null)?.id;
  return typeof id === "string" ? idKey(id) : `row ${position}`;
}
