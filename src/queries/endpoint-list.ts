import { useQueryClient } from "@tanstack/react-query";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { idKey, parseResourceId } from "../azure/resource-id";
import { afterPaint } from "../lib/after-paint";
import { useAccount, useAzure } from "./azure-context";
import { listGaps } from "./endpoint-list-gaps";
import type { EndpointRow } from "./endpoint-rows";
import type { EndpointSources, IndexedRows } from "./endpoint-list/list-rows";
import {
  listProgress,
  type AskingProgress,
  type MissingRows,
  type ReadingProgress,
} from "./endpoint-list/list-progress";
import { createListStore, listStoreOf, type ListStore } from "./endpoint-list/list-store";
import { openRowCache } from "./endpoint-list/row-cache";
import type { UsageReading } from "./endpoint-list/usage-reader";
import type { StreamSnapshot } from "./endpoint-stream/endpoint-stream";
import { instancesKey, instancesOptions, useInstances, type InstanceOption } from "./instances";
import { ownWritesOf } from "./own-writes";
import { rereadOwnWrites } from "./reread-own-writes";
import { isStopped } from "./stoppable-query";
import { subscriptionsKey, useSubscriptions } from "./subscriptions";
import { useOwnWrites } from "./use-own-writes";

export type {
  AskingProgress,
  MissingRows,
  ReadingProgress,
  ReadingState,
} from "./endpoint-list/list-progress";
export type { EndpointSources, IndexedRows } from "./endpoint-list/list-rows";
export type { UsageReading } from "./endpoint-list/usage-reader";
export type { EndpointRow } from "./endpoint-rows";

/** Every registry endpoint that the person can see, and how it was found out. */
export interface EndpointList {
  indexed: IndexedRows;
  /** Rows there are by now. */
  size: number;
  /** `ready` as soon as there are rows; `stopped`: by the person, before there were any. */
  status: "loading" | "ready" | "failed" | "stopped";
  /** Why it failed; or, when ready, why the last reading stopped. */
  error?: unknown;
  /** True once all rows were read at least once. */
  isWhole: boolean;
  instancesCount: number;
  subscriptionsCount?: number;
  /** Present while there are more rows in the index than have been read. */
  reading?: ReadingProgress;
  /** Present while there are more instances to ask of ARM than have answered. */
  asking?: AskingProgress;
  /** Present while not all rows are here; those of the last visit are all, until Azure has told of more. */
  missing?: MissingRows;
  /** True while Azure is being read; false while that is paused, has stopped, or is done. */
  isReading: boolean;
  /** What may be missing, one sentence each. */
  incomplete: string[];
  sources: EndpointSources;
  /** Milliseconds since 1970; the older one of what the rows were made from. */
  updatedAt?: number;
  /** Milliseconds since 1970: when rows were read that an earlier visit left and that are still shown. */
  cachedAt?: number;
  isRefreshing: boolean;
  /** What the last refresh changed, by lower-case id. */
  changes: StreamSnapshot["changes"];
  /** Shows rows that Azure told of beside the reading, until that tells of them. */
  addFound: (rows: readonly EndpointRow[]) => void;
  /** How far it is known who uses the endpoints. */
  usageReading: UsageReading;
  /** Finds out who uses the endpoints, once: the filter and the column of that are empty before. See the store. */
  readUsage: ListStore["readUsage"];
  refresh: () => void;
  /** Goes on where reading failed. */
  retry: () => void;
  /** Ends the loading of the list. */
  stop: () => void;
  pause: () => void;
  resume: () => void;
}

/**
 * Registry endpoints across every subscription: from Resource Graph, from ARM where Resource Graph
 * showed an instance without any, and from the person's own writes, in one list. A refresh keeps the rows.
 */
export function useEndpointList(): EndpointList {
  const azure = useAzure();
  const account = useAccount();
  const client = useQueryClient();
  const { ownWrites, snapshot } = useOwnWrites();
  const store = useListStore();
  const isBegun = useListStart(store);
  const instances = useInstances({ enabled: isBegun });
  const subscriptions = useSubscriptions({ enabled: isBegun });
  const list = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { indexed, sources, cached, usageGaps, usageReading } = list;
  // What waits for the paint is as good as begun.
  const stream = isBegun ? list.stream : { ...list.stream, status: "loading" as const };
  const subscriptionNames = useMemo(() => namesOf(subscriptions.data), [subscriptions.data]);
  useRowContext(store, instances.data, subscriptionNames);
  useLayoutEffect(() => {
    store.rows.setOwn(snapshot);
  }, [store, snapshot]);

  const refresh = useCallback(() => {
    void client.refetchQueries({ queryKey: instancesKey(account.id) });
    void client.refetchQueries({ queryKey: subscriptionsKey(account.id) });
    store.stream.refresh();
    void rereadOwnWrites(azure, ownWrites);
  }, [client, azure, account.id, ownWrites, store]);
  const goOn = useCallback(() => {
    for (const queryKey of [instancesKey(account.id), subscriptionsKey(account.id)]) {
      void client.refetchQueries({ queryKey, predicate: ({ state }) => state.status === "error" });
    }
    store.stream.resume();
  }, [client, account.id, store]);
  const stop = useCallback(() => {
    void client.cancelQueries({ queryKey: instancesKey(account.id) });
    store.stream.cancel();
  }, [client, account.id, store]);

  const { status } = stream;
  const { size } = indexed.index;
  const isUnderWay = status === "loading" || status === "paused";
  const isWhole = stream.updatedAt !== undefined;
  const hasRows = (size > 0 || isWhole) && (instances.data !== undefined || cached !== undefined);
  const error = stream.error ?? instances.error ?? undefined;
  return {
    indexed,
    size,
    status: hasRows
      ? "ready"
      : error !== undefined
        ? "failed"
        : status === "stopped" || (isBegun && isStopped(instances))
          ? "stopped"
          : "loading",
    error,
    isWhole,
    instancesCount: instances.data?.length ?? 0,
    subscriptionsCount: subscriptions.data?.length,
    ...listProgress(stream, cached),
    incomplete: listGaps({
      endpoints: [...stream.incomplete, ...usageGaps],
      instances: instances.incomplete,
      failed: failedInstances(stream, instances.data ?? [], subscriptionNames),
    }),
    sources,
    updatedAt: isWhole ? Math.min(stream.updatedAt ?? 0, instances.dataUpdatedAt) : undefined,
    cachedAt: cached?.savedAt,
    isRefreshing: hasRows && (isUnderWay || instances.isFetching),
    changes: stream.changes,
    addFound: store.rows.addFound,
    usageReading,
    readUsage: store.readUsage,
    refresh,
    retry: status === "failed" ? goOn : refresh,
    stop,
    pause: store.stream.pause,
    resume: status === "stopped" ? refresh : goOn,
  };
}

/** The list of the signed-in person. */
function useListStore(): ListStore {
  const azure = useAzure();
  const account = useAccount();
  const client = useQueryClient();
  const store = listStoreOf(account.id, () =>
    createListStore({
      azure,
      ownWrites: ownWritesOf(account.id),
      cache: openRowCache(account.id),
      listInstanceIds: async () => {
        const query = { ...instancesOptions(azure, account.id), staleTime: 0 };
        return (await client.fetchQuery(query)).items.map(({ id }) => id);
      },
    }),
  );
  return store;
}

/**
 * Begins to read the list: true from then on. Rows of an earlier visit are painted before anything is asked,
 * so that they wait neither for an answer nor for the work that it makes.
 */
function useListStart(store: ListStore): boolean {
  const [isBegun, setIsBegun] = useState(() => store.getSnapshot().stream.status !== "idle");
  useEffect(() => {
    let isGone = false;
    let takeBack: (() => void) | undefined;
    const begin = () => {
      store.start();
      setIsBegun(true);
    };
    void store.firstKept.then((areShown) => {
      if (isGone) return;
      if (areShown) takeBack = afterPaint(begin);
      else begin();
    });
    return () => {
      isGone = true;
      takeBack?.();
    };
  }, [store]);
  return isBegun;
}

/** Before the rows are painted, so that none shows without its instance for a moment. */
function useRowContext(
  store: ListStore,
  instances: readonly InstanceOption[] | undefined,
  subscriptionNames: ReadonlyMap<string, string>,
): void {
  useLayoutEffect(() => {
    if (instances === undefined) return;
    store.rows.setContext({
      instances: new Map(instances.map((instance) => [idKey(instance.id), instance])),
      subscriptionNames,
    });
  }, [store, instances, subscriptionNames]);
}

function namesOf(
  subscriptions: readonly { subscriptionId: string; displayName: string }[] = [],
): ReadonlyMap<string, string> {
  return new Map(
    subscriptions.map(({ subscriptionId, displayName }) => [
      subscriptionId.toLowerCase(),
      displayName,
    ]),
  );
}

function failedInstances(
  { failedInstances: failed }: Pick<StreamSnapshot, "failedInstances">,
  instances: readonly InstanceOption[],
  subscriptionNames: ReadonlyMap<string, string>,
) {
  if (failed.length === 0) return [];
  const names = new Map(instances.map(({ id, name }) => [idKey(id), name]));
  return failed.map(({ instanceId, error }) => {
    const id = parseResourceId(instanceId);
    const subscriptionId = id?.subscriptionId ?? "";
    return {
      instanceName: names.get(idKey(instanceId)) ?? id?.name ?? instanceId,
      subscriptionId,
      subscription: subscriptionNames.get(subscriptionId.toLowerCase()) ?? subscriptionId,
      error,
    };
  });
}
