import type { Ref } from "react";
import type { EndpointRow } from "../../../src/queries/endpoint-rows";

/** A row with its method as it is shown, for tables that show a member as it is. */
export interface BenchRow extends EndpointRow {
  method: string;
}

/** The eight columns of every table. */
export const columns = [
  { id: "name", label: "Name" },
  { id: "host", label: "Host" },
  { id: "method", label: "Authentication" },
  { id: "instanceName", label: "Instance" },
  { id: "site", label: "Site" },
  { id: "resourceGroup", label: "Resource group" },
  { id: "subscriptionName", label: "Subscription" },
  { id: "provisioningState", label: "Provisioning state" },
] as const satisfies readonly { id: keyof BenchRow; label: string }[];

export type ColumnId = (typeof columns)[number]["id"];

/** What a person does with a table, by the table's own means. */
export interface Controls {
  /** Shows the rows that have the text somewhere, as the table's quick filter does. */
  setFilterText: (text: string) => void;
  /** Sorts by one column, ascending. */
  sortBy: (column: ColumnId) => void;
  /** Shows only the rows of one authentication method, beside the text. */
  clickFacet: (method: string) => void;
  /** How many rows the table says that it shows. */
  count: () => number;
}

export interface ListProps {
  rows: readonly BenchRow[];
  controls: Ref<Controls>;
}

/** One table of the bench. */
export interface Candidate {
  /** Work that is not measured; only the floor has any. */
  prepare?: (rows: readonly BenchRow[]) => void;
  /** Draws the table for the first time. */
  mount: (container: HTMLElement, rows: readonly BenchRow[]) => void;
  controls: () => Controls;
  /** Order of the rows before a header was clicked: as they came (by id), unless told. */
  firstOrder?: "name";
  /** What a search looks in; the eight columns unless told. */
  searched?: (row: BenchRow) => readonly string[];
  /** Counts of everything that can be filtered by, where the table gives them. */
  countFacets?: () => void;
}
