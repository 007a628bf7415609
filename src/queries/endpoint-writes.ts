import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AzureClient, LongRunningOptions } from "../azure/client";
import { AzureError, isRefusal } from "../azure/http/azure-error";
import { failureOf, isUnderWay } from "../azure/http/operations/provisioning-state";
import {
  REGISTRY_ENDPOINT_TYPE,
  type RegistryEndpoint,
  type RegistryEndpointBody,
} from "../azure/iot-operations/registry-endpoint";
import { idKey, nameOf } from "../azure/resource-id";
import { isAbort } from "../lib/is-abort";
import { pause } from "../lib/pause";
import { stableJson } from "../lib/stable-json";
import { useAccount, useAzure } from "./azure-context";
import { endpointNameKey, findEndpoint } from "./endpoint-lookup";
import { instanceIdOf } from "./endpoint-rows";
import { openedListStore } from "./endpoint-list/list-store";
import { instanceEndpointsKey } from "./instances";
import { ownWritesOf, type OwnWrites } from "./own-writes";
import { correctOwnWrite } from "./reread-own-writes";
import { whenFree } from "./when-free";

/** A write whose page was closed may reach Azure a little later than the page's successor asks. */
const LOOK_FOR_ARRIVAL_MS = [0, 1_000, 2_000];

/** What writing an endpoint needs besides the endpoint. */
export interface EndpointWriter {
  azure: Pick<AzureClient, "registryEndpoints">;
  client: QueryClient;
  accountId: string;
  ownWrites: OwnWrites;
}

/** The writer of the signed-in person. */
export function useEndpointWriter(): EndpointWriter {
  const azure = useAzure();
  const client = useQueryClient();
  const accountId = useAccount().id;
  return useMemo(
    () => ({ azure, client, accountId, ownWrites: ownWritesOf(accountId) }),
    [azure, client, accountId],
  );
}

/** Whether this person sent the same write before: never, without learning how it went, or to an end. */
export type EarlierAttempt = "none" | "unanswered" | "ended";

interface EndpointSending {
  id: string;
  earlier: EarlierAttempt;
  /** Called right before the request is handed over; what it throws keeps it from leaving. */
  onSend: () => void;
}

export interface EndpointPut extends EndpointSending {
  body: RegistryEndpointBody;
  /** Throws if what Azure has now must not be replaced. Asked right before each PUT. */
  guard: (existing: RegistryEndpoint | null) => void;
}

/**
 * PUTs the endpoint, follows the operation to its end and shows the result in the list at once. What an
 * earlier attempt has put already is followed and not sent again; where the answer is lost on the way,
 * Azure is asked whether the PUT arrived. Resolves with the endpoint as read from ARM; throws `AzureError`.
 */
export async function writeEndpoint(
  writer: EndpointWriter,
  put: EndpointPut,
  options: LongRunningOptions = {},
): Promise<RegistryEndpoint> {
  const { id, body } = put;
  const { ownWrites } = writer;
  const isKnown = openedListStore(writer.accountId)?.stream.get(id) !== undefined;
  const change = isKnown ? "updating" : "creating";
  ownWrites.begin({ id, change, endpoint: expectedEndpoint(id, body) });
  try {
    const endpoint = await whenFree(() => putOnce(writer.azure, put, options), options);
    ownWrites.recordWritten(endpoint);
    afterWrite(writer, id, endpoint);
    return endpoint;
  } catch (error) {
    const reread = rereadEndpoint(writer, id);
    // Who stops it does not wait for Azure, which may be out of reach.
    if (!isAbort(error)) await reread;
    throw error;
  } finally {
    ownWrites.end(id);
  }
}

async function putOnce(
  azure: EndpointWriter["azure"],
  put: EndpointPut,
  options: LongRunningOptions,
): Promise<RegistryEndpoint> {
  const { id, body, earlier, guard, onSend } = put;
  const { signal } = options;
  const hasArrived = (found: RegistryEndpoint | null) =>
    found !== null &&
    isSameEndpoint(found, body) &&
    // An attempt that is known to have failed is to be made again, not to be followed.
    (earlier !== "ended" || failureOf(found.properties.provisioningState) === undefined);
  const send = (existing: RegistryEndpoint | null) => {
    guard(existing);
    onSend();
    return azure.registryEndpoints.createOrReplace(id, body, options);
  };
  const follow = () => azure.registryEndpoints.followWrite(id, options);

  let existing = await findEndpoint(azure, id, signal);
  if (earlier !== "none") {
    const looks = earlier === "unanswered" ? LOOK_FOR_ARRIVAL_MS : [0];
    for (const milliseconds of looks) {
      if (milliseconds > 0) {
        await pause(milliseconds, signal);
        existing = await findEndpoint(azure, id, signal);
      }
      if (hasArrived(existing)) return follow();
    }
  }
  try {
    return await send(existing);
  } catch (error) {
    const isRefused = !isAnswerLost(error);
    if (isRefused && !isConflict(error)) throw error;
    const found = await readBack(() => findEndpoint(azure, id, signal), error);
    if (found !== null && isSameEndpoint(found, body)) return follow();
    if (isRefused) throw error;
    return send(found);
  }
}

/**
 * Deletes the endpoint, follows the operation to its end and takes it off the list. A deletion that is under
 * way already is followed. Throws `AzureError`.
 */
export async function deleteEndpoint(
  writer: EndpointWriter,
  deletion: EndpointSending,
  options: LongRunningOptions = {},
): Promise<void> {
  const { client, accountId, ownWrites } = writer;
  const { id } = deletion;
  ownWrites.begin({ id, change: "deleting" });
  try {
    await whenFree(() => deleteOnce(writer.azure, deletion, options), options);
    ownWrites.recordDeleted(id);
    afterWrite(writer, id, undefined);
  } catch (error) {
    void client.invalidateQueries({ queryKey: endpointKey(accountId, id) });
    throw error;
  } finally {
    ownWrites.end(id);
  }
}

async function deleteOnce(
  azure: EndpointWriter["azure"],
  { id, earlier, onSend }: EndpointSending,
  options: LongRunningOptions,
): Promise<void> {
  const { signal } = options;
  const find = () => findEndpoint(azure, id, signal);
  const isDeleting = (found: RegistryEndpoint | null) =>
    found === null || isUnderWay(found.properties.provisioningState);
  const isBeingDeleted = (found: RegistryEndpoint | null) =>
    found === null || found.properties.provisioningState === "Deleting";
  const follow = () => azure.registryEndpoints.followDeletion(id, options);
  if (earlier === "unanswered") {
    for (const milliseconds of LOOK_FOR_ARRIVAL_MS) {
      await pause(milliseconds, signal);
      if (isDeleting(await find())) return follow();
    }
  }
  // What was waited for in vain, or stopped, may be under way still.
  if (earlier === "ended" && isBeingDeleted(await find())) return follow();
  onSend();
  try {
    await azure.registryEndpoints.delete(id, options);
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    if (isDeleting(await readBack(find, error))) return follow();
    await azure.registryEndpoints.delete(id, options);
  }
}

/** True if an endpoint has all that a PUT of `body` sets. */
export function isSameEndpoint(
  { properties }: RegistryEndpoint,
  { properties: sent }: RegistryEndpointBody,
): boolean {
  return (
    properties.host === sent.host &&
    stableJson(properties.authentication) === stableJson(sent.authentication) &&
    stableJson(properties.codeSigningCas ?? []) === stableJson(sent.codeSigningCas ?? [])
  );
}

/** A request that may have been applied although no answer says so. */
function isAnswerLost(error: unknown): boolean {
  return (
    error instanceof AzureError &&
    !isRefusal(error.status) &&
    (error.code === "NetworkError" || error.code === "UnreadableResponse" || error.status >= 500)
  );
}

/**
 * Browsers send a request again by themselves when a connection that they had kept breaks: Azure then refuses
 * the second PUT because of the first.
 */
function isConflict(error: unknown): boolean {
  return error instanceof AzureError && error.status === 409;
}

/** Asks after a lost answer; when that fails too, the first failure is the one to tell. */
async function readBack<Answer>(ask: () => Promise<Answer>, lost: unknown): Promise<Answer> {
  try {
    return await ask();
  } catch {
    throw lost;
  }
}

/** Reads an endpoint that was written elsewhere, or left by a failed write, and shows it in the list. */
export async function rereadEndpoint(writer: EndpointWriter, id: string): Promise<void> {
  try {
    const endpoint = await findEndpoint(writer.azure, id);
    if (endpoint !== null) {
      writer.ownWrites.recordWritten(endpoint);
      afterWrite(writer, id, endpoint);
    } else noteAbsence(writer, id);
  } catch {
    // It cannot be read now: the list asks again by itself.
  }
}

/** Takes an endpoint that Azure says is not there off the list. */
export function noteAbsence(
  { accountId, ownWrites }: Pick<EndpointWriter, "accountId" | "ownWrites">,
  id: string,
): void {
  const list = openedListStore(accountId)?.stream;
  const isIndexed = list?.get(id) !== undefined && !list.isAsked(id);
  list?.correct(id, undefined);
  if (isIndexed) ownWrites.recordDeleted(id);
  else correctOwnWrite(ownWrites, id, undefined);
}

/** Key of one endpoint as read from ARM. */
export function endpointKey(accountId: string, id: string): readonly string[] {
  return ["registry-endpoint", accountId, idKey(id)];
}

/** What a PUT of `body` makes, for a row to show while Azure is at it. */
export function expectedEndpoint(id: string, body: RegistryEndpointBody): RegistryEndpoint {
  const { extendedLocation, properties } = body;
  return {
    id,
    name: nameOf(id),
    type: REGISTRY_ENDPOINT_TYPE,
    extendedLocation,
    properties: { ...properties, provisioningState: "Accepted" },
  };
}

function afterWrite(
  { client, accountId }: EndpointWriter,
  id: string,
  endpoint: RegistryEndpoint | undefined,
): void {
  const list = openedListStore(accountId)?.stream;
  list?.correct(id, endpoint);
  list?.expire();
  if (endpoint === undefined) {
    // A page that still shows it goes away by itself, and must not ask for it again.
    client.removeQueries({ queryKey: endpointKey(accountId, id), type: "inactive" });
  } else client.setQueryData(endpointKey(accountId, id), endpoint);
  void client.invalidateQueries({ queryKey: endpointNameKey(accountId, id) });
  void client.invalidateQueries({
    queryKey: instanceEndpointsKey(accountId, instanceIdOf(id)),
  });
}
