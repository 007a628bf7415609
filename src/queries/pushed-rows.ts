import { useQuery } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { resourcesIn, resourceReader, text } from "../azure/http/wire-reader";
import { filterKey, sortToText, type EndpointQuery } from "../lib/endpoint-query/endpoint-query";
import { useAccount, useAzure } from "./azure-context";
import {
  canPushDown,
  countsKql,
  ROWS_AT_MOST,
  rowsKql,
  type CountRow,
} from "./endpoint-query/to-kql";
import type { EndpointRow } from "./endpoint-rows";

/** What Resource Graph found for a query. */
export interface PushedRows {
  /** The first of them, in order. */
  rows: EndpointRow[];
  /** How many there are in all. */
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
): Promise<PushedRows> {
  const options = signal ? { signal } : {};
  const page = await resourceGraph.page<unknown>(rowsKql(query), options);
  const rows = resourcesIn(page.rows, readRow).map(rowOf);
  if (page.rows.length < ROWS_AT_MOST) return { rows, total: rows.length };
  const counts = await resourceGraph.page<CountRow>(countsKql(query, []), options);
  const found = counts.rows.find(({ facet }) => facet === "");
  return { rows, total: Math.max(Number(found?.rows) || 0, rows.length) };
}

/** The rows of a query as Resource Graph has them, once it has answered; none where it cannot. */
export function usePushedRows(
  query: EndpointQuery,
  isEnabled: boolean,
): { answer?: PushedRows; isAwaited: boolean } {
  const azure = useAzure();
  const account = useAccount();
  const isAsked = isEnabled && canPushDown(query);
  const { data, isFetching } = useQuery({
    queryKey: ["pushed-rows", account.id, filterKey(query), sortToText(query.sort)],
    queryFn: ({ signal }) => readPushedRows(azure, query, { signal }),
    enabled: isAsked,
  });
  const answer = isAsked ? data : undefined;
  return {
    ...(answer ? { answer } : {}),
    isAwaited: isAsked && answer === undefined && isFetching,
  };
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
