import type { AzureClient } from "../../../azure/client";
import { AzureError } from "../../../azure/http/azure-error";
import type {
  SecretProviderClass,
  SecretProviderClassBody,
} from "../../../azure/secret-sync/secret-sync";
import type { ChainContext } from "../../../lib/chain";
import { pause } from "../../../lib/pause";
import { without } from "../../../lib/without";
import { addObjects, listObjects, removeObjects } from "../../../lib/secret-provider-objects";

const WRITES_AT_MOST = 8;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** Waits; replaced in tests. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Lists the named secrets in a provider class, with the guarantees of `changeObjects`. */
export async function ensureObjects(
  azure: AzureClient,
  providerClassId: string,
  names: readonly string[],
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  const { hasWritten, objects } = await changeObjects(
    azure,
    providerClassId,
    (text) => addObjects(text, names),
    context,
    wait,
  );
  const others = listObjects(objects).length - new Set(names).size;
  const kept = others === 1 ? "1 other entry is" : `${others} other entries are`;
  context.onProgress(hasWritten ? `Listed; ${kept} kept.` : "Lists them already.");
}

/** Takes the named secrets out of a provider class, with the guarantees of `changeObjects`. */
export async function dropObjects(
  azure: AzureClient,
  providerClassId: string,
  names: readonly string[],
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  await changeObjects(azure, providerClassId, (text) => removeObjects(text, names), context, wait);
}

/**
 * Changes the objects of a provider class, whose PUT replaces the whole list and knows no ETag: reads it,
 * changes it, writes it and reads it again, and does so again while the change is not there, so that of
 * two such writers at once both get their own way. Every other entry is as it was last read: one that has
 * gone meanwhile was taken out by somebody else and stays out. Throws `AzureError` or
 * `UnreadableObjectsError`; gives up after 8 writes.
 */
async function changeObjects(
  azure: AzureClient,
  providerClassId: string,
  change: (text: string) => string,
  { signal, onProgress }: ChainContext,
  wait: Wait = pause,
): Promise<{ hasWritten: boolean; objects: string }> {
  let hasWritten = false;
  for (let writes = 0; writes <= WRITES_AT_MOST; writes += 1) {
    const current = await azure.secretProviderClasses.get(providerClassId, { signal });
    const objects = current.properties.objects ?? "";
    const wanted = change(objects);
    if (wanted === objects) {
      return { hasWritten, objects };
    }
    if (writes === WRITES_AT_MOST) {
      break;
    }
    onProgress(
      writes === 0
        ? `Writing ${current.name}…`
        : `${current.name} was changed by someone else meanwhile; merging again…`,
    );
    const hasArrived = await write(azure, current, wanted, signal);
    hasWritten ||= hasArrived;
    if (writes > 0 || !hasArrived) {
      await wait(backOff(writes), signal);
    }
  }
  throw new Error(
    "The secret provider class keeps being changed by others, so its entries could not be kept together. Try again in a minute.",
  );
}

/** False when Azure refused because another write is under way. */
async function write(
  azure: AzureClient,
  current: SecretProviderClass,
  objects: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const body = withObjects(current, objects);
    await azure.secretProviderClasses.createOrReplace(current.id, body, { signal });
    return true;
  } catch (error) {
    if (error instanceof AzureError && (error.status === 409 || error.status === 412)) {
      return false;
    }
    throw error;
  }
}

/** The body that changes nothing but the objects: a PUT drops every member that it leaves out. */
function withObjects(current: SecretProviderClass, objects: string): SecretProviderClassBody {
  const { location, tags, extendedLocation } = current;
  return {
    location,
    ...(tags ? { tags } : {}),
    ...(extendedLocation ? { extendedLocation } : {}),
    properties: { ...without(current.properties, "provisioningState"), objects },
  };
}

/** Grows, and varies so that two writers do not keep meeting. */
function backOff(writes: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** writes, LONGEST_PAUSE_MS) * (0.5 + Math.random());
}
