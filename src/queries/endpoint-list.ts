import { useQueries, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import { listGaps } from "./endpoint-list-gaps";
import { endpointRows, instancesToAsk, type EndpointRow } from "./endpoint-rows";
import {
  askedEndpointsKey,
  askedEndpointsOptions,
  askedEndpointsRootKey,
  indexedEndpointsKey,
  indexedEndpointsOptions,
} from "./indexed-endpoints";
import { instancesKey, useInstances, type InstanceOption } from "./instances";
import { rereadOwnWrites } from "./reread-own-writes";
import { isStopped } from "./stoppable-query";
import { subscriptionsKey, useSubscriptions } from "./subscriptions";
import { useOwnWrites } from "./use-own-writes";

export type { EndpointRow } from "./endpoint-rows";

/** How many rows came from where. */
export interface EndpointSources {
  fromResourceGraph: number;
  fromResourceManager: number;
  /** Instances that those of Resource Manager belong to. */
  instancesAsked: number;
  fromOwnWrites: number;
}

/** Every registry endpoint that the person can see, and how it was found out. */
export interface EndpointList {
  rows: EndpointRow[];
  /** `stopped`: by the person, before there was a list. */
  status: "loading" | "ready" | "failed" | "stopped";
  /** Why it failed; or, when ready, why the last refresh did and the rows are those of before. */
  error?: unknown;
  instancesCount: number;
  subscriptionsCount?: number;
  /** Present while instances are being asked of ARM. */
  progress?: { asked: number; total: number };
  /** What may be missing, one sentence each. */
  incomplete: string[];
  sources: EndpointSources;
  /** Milliseconds; the older one of what the rows were made from. */
  updatedAt?: number;
  isRefreshing: boolean;
  refresh: () => void;
  /** Ends the loading of the list. */
  stop: () => void;
}

interface Answers {
  endpoints: (RegistryEndpoint[] | undefined)[];
  errors: (Error | null)[];
  underWay: number;
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
  const instances = useInstances();
  const subscriptions = useSubscriptions();
  const indexed = useQuery(indexedEndpointsOptions(azure, account.id, ownWrites));

  const toAsk = useMemo(
    () =>
      instances.data && indexed.data
        ? instancesToAsk(
            instances.data,
            indexed.data.endpoints,
            (id) => client.getQueryData(askedEndpointsKey(account.id, id)) !== undefined,
          )
        : [],
    [client, account.id, instances.data, indexed.data],
  );
  const queries = useMemo(
    () => toAsk.map(({ id }) => askedEndpointsOptions(azure, account.id, id)),
    [azure, account.id, toAsk],
  );
  const answers = useQueries({ queries, combine: combineAnswers });

  const rows = useMemo(
    () =>
      endpointRows({
        indexed: indexed.data?.endpoints ?? [],
        asked: answers.endpoints.flatMap((endpoints) => endpoints ?? []),
        instances: instances.data ?? [],
        subscriptionNames: namesOf(subscriptions.data),
        own: snapshot,
      }),
    [indexed.data, answers, instances.data, subscriptions.data, snapshot],
  );

  const refresh = useCallback(() => {
    void client.refetchQueries({ queryKey: instancesKey(account.id) });
    void client.refetchQueries({ queryKey: subscriptionsKey(account.id) });
    void client.refetchQueries({ queryKey: indexedEndpointsKey(account.id) });
    void client.refetchQueries({ queryKey: askedEndpointsRootKey(account.id) });
    void rereadOwnWrites(azure, ownWrites);
  }, [client, azure, account.id, ownWrites]);

  const stop = useCallback(() => {
    void client.cancelQueries({ queryKey: instancesKey(account.id) });
    void client.cancelQueries({ queryKey: indexedEndpointsKey(account.id) });
  }, [client, account.id]);

  const isReady = instances.data !== undefined && indexed.data !== undefined;
  const error = indexed.error ?? instances.error ?? undefined;
  return {
    rows,
    status: isReady
      ? "ready"
      : error !== undefined
        ? "failed"
        : [instances, indexed].some(isStopped)
          ? "stopped"
          : "loading",
    error,
    instancesCount: instances.data?.length ?? 0,
    subscriptionsCount: subscriptions.data?.length,
    progress:
      answers.underWay > 0
        ? { asked: toAsk.length - answers.underWay, total: toAsk.length }
        : undefined,
    incomplete: listGaps({
      endpoints: indexed.data?.incomplete,
      instances: instances.incomplete,
      failed: failedAnswers(toAsk, answers, namesOf(subscriptions.data)),
    }),
    sources: sourcesOf(rows),
    updatedAt: isReady ? Math.min(indexed.dataUpdatedAt, instances.dataUpdatedAt) : undefined,
    isRefreshing: isReady && (indexed.isFetching || instances.isFetching),
    refresh,
    stop,
  };
}

function combineAnswers(results: UseQueryResult<RegistryEndpoint[]>[]): Answers {
  return {
    endpoints: results.map(({ data }) => data),
    errors: results.map(({ error, data }) => (data === undefined ? error : null)),
    underWay: results.filter(({ isFetching }) => isFetching).length,
  };
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

function failedAnswers(
  asked: readonly InstanceOption[],
  { errors }: Answers,
  subscriptionNames: ReadonlyMap<string, string>,
) {
  return errors.flatMap((error, at) => {
    const instance = asked[at];
    if (!error || !instance) return [];
    const { name, subscriptionId } = instance;
    const subscription = subscriptionNames.get(subscriptionId.toLowerCase()) ?? subscriptionId;
    return [{ instanceName: name, subscriptionId, subscription, error }];
  });
}

function sourcesOf(rows: readonly EndpointRow[]): EndpointSources {
  const count = (source: EndpointRow["source"]) =>
    rows.reduce((total, row) => total + (row.source === source ? 1 : 0), 0);
  return {
    fromResourceGraph: count("resourceGraph"),
    fromResourceManager: count("resourceManager"),
    instancesAsked: new Set(
      rows.filter(({ source }) => source === "resourceManager").map((row) => idKey(row.instanceId)),
    ).size,
    fromOwnWrites: count("ownWrite"),
  };
}
