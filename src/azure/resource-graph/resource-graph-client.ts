import type { CallOptions } from "../client";

/** What one query, followed to its last page, returned. */
export interface ResourceGraphResult<Row> {
  rows: Row[];
  /** Rows that Azure counted for the query. */
  totalRecords: number;
  /** Present when the answer is not the whole, or may not be: shown to the person as it is. */
  incomplete?: string;
  /** True if Azure searched only a part of the subscriptions, since nobody named them. */
  hasHitSubscriptionLimit?: true;
}

export interface ResourceGraphQueryOptions extends Pick<CallOptions, "signal"> {
  /** Subscriptions to ask, in queries of at most 1,000; absent: everything the caller can see. */
  subscriptions?: string[];
  /** Whether to resolve with the pages that were read, marked as incomplete, when a later one fails. */
  keepsPages?: boolean;
  /** Called after each page with what has arrived so far. */
  onPage?: (loaded: number, totalRecords: number) => void;
}

/** One page of a query's answer. */
export interface ResourceGraphPage<Row> {
  rows: Row[];
  /** Rows that Azure counted for the query when it made this page. */
  totalRecords: number;
  /** What the next page is asked for with; absent on the last. */
  skipToken?: string;
  /** True if Azure left rows out and gave no way to more. */
  isTruncated: boolean;
  /** True if Azure searched only a part of the subscriptions, since nobody named them. */
  hasHitLimit: boolean;
}

export interface ResourceGraphPageOptions extends CallOptions {
  /** At most 1,000; absent: everything the caller can see. */
  subscriptions?: string[];
  /** Of the page before, of the same query and subscriptions. */
  skipToken?: string;
}

/** Azure Resource Graph through `@azure/arm-resourcegraph`, on the pipeline that ARM calls use. */
export interface ResourceGraphClient {
  /**
   * Runs a KQL query and follows `$skipToken` to the end, 1,000 rows a page.
   * The query must project `id` and order by it, or Azure returns no token.
   */
  query<Row>(kql: string, options?: ResourceGraphQueryOptions): Promise<ResourceGraphResult<Row>>;
  /** Asks for one page of such a query: for readers that stop and go on between pages. */
  page<Row>(kql: string, options?: ResourceGraphPageOptions): Promise<ResourceGraphPage<Row>>;
}
