import { useQuery, type QueryFunctionContext, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";

/** A list that Azure may not have given whole. */
export interface PartialList<Item> {
  items: Item[];
  /** Why some may be missing: a sentence for the person. */
  incomplete?: string;
}

/** How to ask for a partial list. */
export interface PartialListQuery<Item> {
  queryKey: readonly unknown[];
  queryFn: (
    context: Pick<QueryFunctionContext, "signal" | "client" | "queryKey">,
  ) => Promise<PartialList<Item>>;
  enabled?: boolean;
}

/** A query whose data are the items; `incomplete` says beside them why some may be missing. */
export type PartialListResult<Item> = UseQueryResult<Item[]> & { incomplete?: string };

/** Reads every row of a Resource Graph query, and why some may be missing. Throws `AzureError`. */
export async function readPartialList<Row>(
  { resourceGraph }: Pick<AzureClient, "resourceGraph">,
  kql: string,
  options: CallOptions,
): Promise<PartialList<Row>> {
  const { rows, incomplete } = await resourceGraph.query<Row>(kql, options);
  return incomplete === undefined ? { items: rows } : { items: rows, incomplete };
}

/** The same list with each item turned into any number of others. */
export function mapPartialList<Item, Other>(
  { items, ...about }: PartialList<Item>,
  turn: (item: Item) => Other[],
): PartialList<Other> {
  return { ...about, items: items.flatMap(turn) };
}

/** Asks for a partial list; one request, whatever is read of the answer. */
export function usePartialList<Item>(options: PartialListQuery<Item>): PartialListResult<Item> {
  const query = useQuery({ ...options, select: itemsOf<Item> });
  const { data: incomplete } = useQuery({ ...options, select: incompleteOf });
  return { ...query, incomplete };
}

function itemsOf<Item>({ items }: PartialList<Item>): Item[] {
  return items;
}

function incompleteOf({ incomplete }: PartialList<unknown>): string | undefined {
  return incomplete;
}
