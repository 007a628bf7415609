import type { Clock } from "../../clock";
import type { ResourceStore, StoredResource } from "../../store";
import { secretSyncType } from "./contract";
import { clusterOf, syncOutcome } from "./sync-outcome";

/** How long after a write the controller on the cluster reports back, in milliseconds. */
const syncDelayMs = 2_000;

interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration: number;
}

interface Surroundings {
  store: ResourceStore;
  clock: Clock;
}

/** Lets the cluster's controller look at a secret sync that was written, 2 seconds from now. */
export function scheduleSync(id: string, surroundings: Surroundings): void {
  schedule(id, surroundings, (sync, now) => withStatus(sync, { store: surroundings.store, now }));
}

/**
 * Lets the controller look again at every secret sync that failed. The real one retries with back-off;
 * here it does when what it may have missed has changed. A sync that fails as before is left as it is.
 */
export function retryFailedSyncs(surroundings: Surroundings): void {
  const { store } = surroundings;
  for (const { id } of store.list(secretSyncType).filter(hasFailed)) {
    schedule(id, surroundings, (sync, now) => {
      const retried = withStatus(sync, { store, now });
      return failureText(retried) === failureText(sync) ? sync : retried;
    });
  }
}

/** Lets the controller look, after a restart, at what it had not reported on yet and at what had failed. */
export function resumeSyncs(surroundings: Surroundings): void {
  for (const sync of surroundings.store.list(secretSyncType)) {
    if (!hasFailed(sync) && isUnreported(sync)) scheduleSync(sync.id, surroundings);
  }
  retryFailedSyncs(surroundings);
}

function isUnreported(sync: StoredResource): boolean {
  const written = Date.parse(String(sync.systemData?.lastModifiedAt));
  const reports = conditionsOf(sync).map(({ lastTransitionTime }) =>
    Date.parse(lastTransitionTime),
  );
  return sync.properties.provisioningState === "Succeeded" && written > Math.max(0, ...reports);
}

function schedule(
  id: string,
  { store, clock }: Surroundings,
  reconcile: (sync: StoredResource, now: number) => StoredResource,
): void {
  clock.schedule(clock.now() + syncDelayMs, () => {
    const sync = store.get(id);
    if (!sync) return;
    const reconciled = reconcile(sync, clock.now());
    if (reconciled !== sync) store.put(reconciled);
  });
}

function hasFailed(sync: StoredResource): boolean {
  return failureText(sync) !== undefined;
}

function failureText(sync: StoredResource): string | undefined {
  const failure = conditionsOf(sync).find((condition) => condition.status === "False");
  return failure && `${failure.type} ${failure.reason} ${failure.message}`;
}

/**
 * The secret sync with `status` as the controller reports it: condition `Create` until the Kubernetes
 * secret exists, `Update` from then on. A cluster that is not connected reports nothing.
 */
export function withStatus(
  sync: StoredResource,
  { store, now }: { store: ResourceStore; now: number },
): StoredResource {
  if (clusterOf(sync, store)?.properties.connectivityStatus !== "Connected") return sync;
  const status = sync.properties.status as { lastSuccessfulSyncTime?: string } | undefined;
  const lastSync = status?.lastSuccessfulSyncTime;
  const outcome = syncOutcome(sync, store, now);
  const time = new Date(now).toISOString();
  const type = lastSync === undefined ? "Create" : "Update";
  const before = conditionsOf(sync);
  const condition: Condition = {
    type,
    status: outcome.isSynced ? "True" : "False",
    ...(outcome.isSynced ? successOf(outcome.sources, lastSync) : failureOf(outcome)),
    lastTransitionTime: time,
    observedGeneration: Math.max(0, ...before.map((earlier) => earlier.observedGeneration)) + 1,
  };
  return {
    ...sync,
    properties: {
      ...sync.properties,
      status: {
        ...(outcome.isSynced ? { lastSuccessfulSyncTime: time } : status),
        conditions: [...before.filter((earlier) => earlier.type !== type), condition],
      },
    },
  };
}

function successOf(sources: StoredResource[], lastSync: string | undefined) {
  if (lastSync === undefined) {
    return { reason: "CreateSucceeded", message: "Secret created successfully." };
  }
  const hasNewValue = sources.some((source) => {
    const { updated } = source.properties.attributes as { updated: number };
    return updated >= Math.floor(Date.parse(lastSync) / 1_000);
  });
  return hasNewValue
    ? { reason: "ValueChangeOrForceUpdateDetected", message: "Secret updated successfully." }
    : { reason: "NoValueChange", message: "The secret's values have not changed." };
}

function failureOf({ reason, message }: { reason: string; message: string }) {
  return { reason, message };
}

function conditionsOf(sync: StoredResource): Condition[] {
  const status = sync.properties.status as { conditions?: Condition[] } | undefined;
  return status?.conditions ?? [];
}
