import type { AzureClient } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey } from "../azure/resource-id";
import { someAtATime } from "../lib/some-at-a-time";
import { hasSameBody, type OwnWrites } from "./own-writes";

const ASKED_AT_A_TIME = 6;
/** Whoever has written more is told by the index. */
const REREAD_AT_MOST = 100;

/**
 * Reads from ARM what the overlay still holds, or these ids of it, for somebody else may have changed it
 * meanwhile and Resource Graph would then never return what this person wrote. What cannot be read is
 * kept, and so are all but the last hundred. Never rejects.
 */
export async function rereadOwnWrites(
  azure: Pick<AzureClient, "registryEndpoints">,
  ownWrites: OwnWrites,
  ids?: readonly string[],
): Promise<void> {
  const { writes, pending } = ownWrites.snapshot();
  const due = (ids ?? [...writes.values()].map(({ id }) => id))
    .filter((id) => !pending.has(idKey(id)))
    .slice(-REREAD_AT_MOST);
  await someAtATime(due, { places: ASKED_AT_A_TIME }, async (id) => {
    try {
      const endpoint = await azure.registryEndpoints.get(id, { priority: "background" });
      correctOwnWrite(ownWrites, id, endpoint);
    } catch (error) {
      if (isNotFound(error)) correctOwnWrite(ownWrites, id, undefined);
    }
  });
}

/** Makes the overlay agree with what ARM has just said of an endpoint; undefined: it does not exist. */
export function correctOwnWrite(
  ownWrites: OwnWrites,
  id: string,
  endpoint: RegistryEndpoint | undefined,
): void {
  const { writes, pending } = ownWrites.snapshot();
  const own = writes.get(idKey(id));
  if (own === undefined || pending.has(idKey(id))) return;
  if (endpoint === undefined) {
    if (own.endpoint !== undefined) ownWrites.recordDeleted(id);
  } else if (own.endpoint === undefined || !hasSameBody(own.endpoint, endpoint)) {
    ownWrites.recordWritten(endpoint);
  }
}
