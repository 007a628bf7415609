import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AzureClient, CallOptions } from "../azure/client";
import { resourcesIn, resourceReader, text } from "../azure/http/wire-reader";
import { idKey } from "../azure/resource-id";
import { filterKey, sortToText, type EndpointQuery } from "../lib/endpoint-query/endpoint-query";
import { QueryEvaluator } from "../lib/endpoint-query/evaluate";
import { RowIndex } from "../lib/endpoint-query/row-index";
import { useAccount, useAzure } from "./azure-context";
import type { IndexedRows } from "./endpoint-list/list-rows";
import {
  canPushDown,
  countsKql,
  ROWS_AT_MOST,
  rowsKql,
  type CountRow,
} from "./endpoint-query/to-kql";
import type { EndpointRow } from "./endpoint-rows";
import { useOwnWrites } from "./use-own-writes";

/** What Resource Graph found for a query. */
export interface PushedRows {
  /** The first of them, with the person's own writes laid over. */
  indexed: IndexedRows;
  /** How many there are in all. */
  total: number;
}

interface Answer {
  rows: EndpointRow[];
  total: number;
}

type Wire = Omit<EndpointRow, "source" | "change"> & { type: string };

const readRow = resourceReader<Wire>(
  {},
  {
    ...{ host: text, authentication: text, provisioningState: text, instanceId: text },
    ...{ instanceName: text, instanceVersion: text, site: text, location: text },
    ...{ resourceGroup: text, subscriptionId: text, subscriptionName: text },
  },
);

/**
 * Asks Resource Graph itself for the rows of a query: the first of them, and how many there are where they are
 * more. Throws `AzureError`; `RangeError` for a query that it cannot answer.
 */
export async function readPushedRows(
  { resourceGraph }: Pick<AzureClient, "resourceGraph">,
  query: EndpointQuery,
  { signal }: Pick<CallOptions, "signal"> = {},
): Promise<Answer> {
  const options = signal ? { signal } : {};
  const page = await resourceGraph.page<unknown>(rowsKql(query), options);
  const rows = resourcesIn(page.rows, readRow).map(rowOf);
  if (page.rows.length < ROWS_AT_MOST) return { rows, total: rows.length };
  const counts = await resourceGraph.page<CountRow>(countsKql(query, []), options);
  const found = counts.rows.find(({ facet }) => facet === "");
  return { rows, total: Math.max(Number(found?.rows) || 0, rows.length) };
}

/**
 * The rows of a query as Resource Graph has them, for as long as `loaded` are not all: then what is shown is
 * right from the first second. Undefined until it has answered, and where it cannot.
 */
export function usePushedRows(
  query: EndpointQuery,
  loaded: IndexedRows,
  isEnabled: boolean,
): PushedRows | undefined {
  const azure = useAzure();
  const account = useAccount();
  const { snapshot: own } = useOwnWrites();
  const isAsked = isEnabled && canPushDown(query);
  const { data } = useQuery({
    queryKey: ["pushed-rows", account.id, filterKey(query), sortToText(query.sort)],
    queryFn: ({ signal }) => readPushedRows(azure, query, { signal }),
    enabled: isAsked,
    staleTime: Infinity,
  });
  return useMemo(() => {
    if (data === undefined || !isAsked) return undefined;
    const index = new RowIndex<EndpointRow>();
    const isGone = ({ id }: EndpointRow) => {
      const write = own.writes.get(idKey(id));
      return write !== undefined && write.endpoint === undefined;
    };
    index.put(data.rows.filter((row) => !isGone(row)).map((row) => known(loaded, row)));
    const ids = [...own.writes.values(), ...own.pending.values()].map(({ id }) => id);
    index.put(ids.flatMap((id) => loaded.index.row(loaded.index.numberOf(id) ?? -1) ?? []));
    const indexed = { index, evaluator: new QueryEvaluator(index), version: index.version };
    const isAll = data.total === data.rows.length;
    return { indexed, total: isAll ? indexed.evaluator.count(query) : data.total };
  }, [data, isAsked, own, loaded, query]);
}

/** The row that is there already, so that it need not be drawn again. */
function known({ index }: IndexedRows, row: EndpointRow): EndpointRow {
  return index.row(index.numberOf(row.id) ?? -1) ?? row;
}

function rowOf({ id, name, host, authentication, provisioningState, ...about }: Wire): EndpointRow {
  const { instanceVersion, tags } = about;
  return {
    ...{ id, name, host: host ?? "", authentication: authentication ?? "" },
    provisioningState: provisioningState ?? "",
    instanceId: about.instanceId ?? "",
    instanceName: about.instanceName ?? "",
    ...(instanceVersion ? { instanceVersion } : {}),
    site: about.site ?? "",
    location: about.location ?? "",
    resourceGroup: about.resourceGroup ?? "",
    subscriptionId: about.subscriptionId ?? "",
    subscriptionName: about.subscriptionName ?? "",
    ...(tags ? { tags } : {}),
    source: "resourceGraph",
  };
}
