import {
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from "@tanstack/react-query";

/** A query that a person may stop while there is no answer yet. */
export type StoppableResult<Data> = UseQueryResult<Data> & {
  /** True after it was stopped before there was an answer. */
  isStopped: boolean;
  stop: () => void;
};

/** Asks like `useQuery`; `stop` ends the asking and keeps what was read before. */
export function useStoppableQuery<Data>(
  options: UseQueryOptions<Data> & { queryKey: QueryKey },
): StoppableResult<Data> {
  const client = useQueryClient();
  const query = useQuery(options);
  return {
    ...query,
    isStopped: isStopped(query) && options.enabled !== false,
    stop: () => void client.cancelQueries({ queryKey: options.queryKey, exact: true }),
  };
}

/** A query without data that neither failed nor runs was stopped; offline it is `paused` and goes on. */
export function isStopped({ isPending, fetchStatus }: StoppableState): boolean {
  return isPending && fetchStatus === "idle";
}

type StoppableState = Pick<UseQueryResult, "isPending" | "fetchStatus">;
