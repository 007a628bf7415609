import { authenticationLabel } from "./authentication-labels";

/** What a registry endpoint is found, filtered and sorted by. */
export interface EndpointFields {
  /** ARM id. */
  id: string;
  name: string;
  host: string;
  /** Azure's name of the method. */
  authentication: string;
  provisioningState: string;
  instanceId: string;
  instanceName: string;
  site: string;
  resourceGroup: string;
  subscriptionId: string;
  subscriptionName: string;
}

export const sortColumns = [
  "name",
  "host",
  "authentication",
  "instance",
  "site",
  "resourceGroup",
  "subscription",
  "provisioningState",
] as const;
export type SortColumn = (typeof sortColumns)[number];

export const facetNames = ["auth", "instance", "subscription"] as const;
export type FacetName = (typeof facetNames)[number];

/** The distinct values of one facet, and for each row which of them it has. */
interface Facet {
  /** Lower case; a row's code is an index into these. */
  keys: string[];
  /** As they appear in the rows. */
  values: string[];
  labels: string[];
  codes: Uint32Array;
}

/** Positions of the rows in ascending order of a column, and where each run of equal values begins. */
interface Order {
  positions: Uint32Array;
  runs: Uint32Array;
}

/** Everything that a search reads, computed once per set of rows: a keystroke touches no row object. */
export interface EndpointIndex<Row extends EndpointFields> {
  /** In the order of their ids, which decides between rows that are equal otherwise. */
  rows: readonly Row[];
  haystacks: readonly string[];
  facets: Readonly<Record<FacetName, Facet>>;
  /** Filled when a column is first sorted by. */
  orders: Map<SortColumn, Order>;
}

const sortText: Record<SortColumn, (row: EndpointFields) => string> = {
  name: (row) => row.name,
  host: (row) => row.host,
  authentication: (row) => authenticationLabel(row.authentication),
  instance: (row) => row.instanceName,
  site: (row) => row.site,
  resourceGroup: (row) => row.resourceGroup,
  subscription: (row) => row.subscriptionName,
  provisioningState: (row) => row.provisioningState,
};

const facetText: Record<FacetName, (row: EndpointFields) => { value: string; label: string }> = {
  auth: (row) => ({
    value: row.authentication,
    label: authenticationLabel(row.authentication),
  }),
  instance: (row) => ({ value: row.instanceId, label: row.instanceName }),
  subscription: (row) => ({ value: row.subscriptionId, label: row.subscriptionName }),
};

/** Reads the rows once, so that searching, filtering, counting and sorting need not. */
export function indexEndpoints<Row extends EndpointFields>(
  rows: readonly Row[],
): EndpointIndex<Row> {
  const byId = rows
    .map((row) => ({ row, key: row.id.toLowerCase() }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ row }) => row);
  return {
    rows: byId,
    haystacks: byId.map(haystackOf),
    facets: {
      auth: facetOf(byId, facetText.auth),
      instance: facetOf(byId, facetText.instance),
      subscription: facetOf(byId, facetText.subscription),
    },
    orders: new Map(),
  };
}

/**
 * The positions of the rows in the order of a column: lower case, by code unit whatever the
 * browser's language, and rows with the same text by id in both directions.
 */
export function orderOf<Row extends EndpointFields>(
  index: EndpointIndex<Row>,
  column: SortColumn,
): Order {
  const known = index.orders.get(column);
  if (known !== undefined) return known;
  const order = orderBy(index.rows.map((row) => sortText[column](row).toLowerCase()));
  index.orders.set(column, order);
  return order;
}

/** Lower case without accents, so that `gdansk` finds Gdańsk. */
export function foldText(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Orders by code unit, the same in every browser and language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function haystackOf(row: EndpointFields): string {
  return foldText(
    [
      row.name,
      row.host,
      row.instanceName,
      row.site,
      row.resourceGroup,
      row.subscriptionName,
      authenticationLabel(row.authentication),
      row.provisioningState,
    ].join("\n"),
  );
}

function facetOf<Row>(
  rows: readonly Row[],
  read: (row: Row) => { value: string; label: string },
): Facet {
  const codeOf = new Map<string, number>();
  const facet: Facet = { keys: [], values: [], labels: [], codes: new Uint32Array(rows.length) };
  rows.forEach((row, position) => {
    const { value, label } = read(row);
    const key = value.toLowerCase();
    let code = codeOf.get(key);
    if (code === undefined) {
      code = facet.keys.length;
      codeOf.set(key, code);
      facet.keys.push(key);
      facet.values.push(value);
      facet.labels.push(label);
    }
    facet.codes[position] = code;
  });
  return facet;
}

/** Counting sort over the distinct texts: only those are compared, and equal ones keep their order. */
function orderBy(texts: readonly string[]): Order {
  const distinct = [...new Set(texts)].sort(compareText);
  const rankOf = new Map(distinct.map((text, rank) => [text, rank]));
  const ranks = Uint32Array.from(texts, (text) => rankOf.get(text) ?? 0);
  const runs = new Uint32Array(distinct.length + 1);
  for (const rank of ranks) runs[rank + 1] = (runs[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < distinct.length; rank++) {
    runs[rank + 1] = (runs[rank + 1] ?? 0) + (runs[rank] ?? 0);
  }
  const next = runs.slice();
  const positions = new Uint32Array(texts.length);
  ranks.forEach((rank, position) => {
    const place = next[rank] ?? 0;
    positions[place] = position;
    next[rank] = place + 1;
  });
  return { positions, runs };
}
