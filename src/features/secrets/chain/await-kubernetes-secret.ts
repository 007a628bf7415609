import type { AzureClient } from "../../../azure/client";
import { nameOf } from "../../../azure/resource-id";
import type { SecretSync } from "../../../azure/secret-sync/secret-sync";
import type { ChainContext } from "../../../lib/chain";
import { pause } from "../../../lib/pause";
import type { Wait } from "./provider-class-objects";
import { forceSynchronization } from "./secret-sync-write";
import { syncAdvice, syncReport, syncVerdict } from "./sync-verdict";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
const WAIT_AT_MOST_MS = 120_000;
/** How long a condition from before may stand after the cluster was asked to look again. */
const STALE_AT_MOST_MS = 45_000;

/**
 * Waits until the cluster says that it made the Kubernetes secret of a secret sync, at most two minutes. No
 * word within that time, or a cluster that is offline, is no failure: the secret follows when the cluster
 * can, and the progress says so. A condition that says False rejects with its reason and message.
 *
 * @param isNew the secret sync was made just now, so that no condition can be from before
 */
export async function awaitKubernetesSecret(
  azure: AzureClient,
  id: string,
  isNew: boolean,
  { signal, onProgress }: ChainContext,
  wait: Wait = pause,
): Promise<void> {
  let sync = await azure.secretSyncs.get(id, { signal });
  let stale: string | undefined;
  if (!isNew && syncVerdict(sync).state === "failed") {
    stale = syncReport(sync);
    onProgress("It failed before; asking the cluster to try again…");
    sync = await forceSynchronization(azure, sync, signal);
  }
  let waited = 0;
  for (let step = FIRST_PAUSE_MS; ; step = Math.min(step * 1.5, LONGEST_PAUSE_MS)) {
    const verdict = syncVerdict(sync);
    const isStale = syncReport(sync) === stale && waited < STALE_AT_MOST_MS;
    if (verdict.state === "synced" && !isStale) {
      onProgress(`The cluster made it: ${verdict.reason}.`);
      return;
    }
    if (verdict.state === "failed" && !isStale) {
      throw new Error(
        `The cluster could not make the Kubernetes secret “${sync.name}”. ${verdict.reason}: ${verdict.message} ${syncAdvice(verdict.reason)}`,
      );
    }
    const offline = waited === 0 ? await offlineCluster(azure, sync, signal) : undefined;
    if (offline !== undefined || waited >= WAIT_AT_MOST_MS) {
      onProgress(
        `Not confirmed by the cluster yet${offline ?? "; it looks every hour at the latest."}`,
      );
      return;
    }
    onProgress("Waiting for the cluster’s word…");
    await wait(step, signal);
    waited += step;
    sync = await azure.secretSyncs.get(id, { signal });
  }
}

/** Says which cluster is not connected; undefined when it is, or when that cannot be read. */
async function offlineCluster(
  azure: AzureClient,
  sync: SecretSync,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const customLocation = await azure.customLocations.get(sync.extendedLocation?.name ?? "", {
      signal,
    });
    const clusterId = customLocation.properties.hostResourceId ?? "";
    const { properties } = await azure.connectedClusters.get(clusterId, { signal });
    const status = properties.connectivityStatus;
    return status === undefined || status === "Connected"
      ? undefined
      : `: ${nameOf(clusterId)} is ${status.toLowerCase()}. It makes the secret once it is connected.`;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
