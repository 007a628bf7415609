import { createAzureClient } from "../../../azure/create-azure-client";
import { AzureError } from "../../../azure/http/azure-error";
import { idKey, nameOf, parseResourceId } from "../../../azure/resource-id";
import { inProcessAzure, type ScriptCredential } from "../../../azure/testing/in-process-azure";
import { inVirtualTime } from "../../../azure/testing/virtual-time";
import { writerOn } from "../../testing/writer-on";
import { Browser } from "../../work/testing/browser";
import { createBulkDeletion, type BulkDeletion, type BulkSnapshot } from "../bulk-deletion";
import type { BulkTarget } from "../bulk-row";

/** The type of a registry endpoint. */
export const TYPE = "Microsoft.IoTOperations/instances/registryEndpoints";
export const DELETE = `DELETE ${TYPE}`;
const SITES = /aio-(?:gothenburg|stuttgart|monterrey)\//;

/** What of a local Azure is needed here. */
interface Azure {
  fetch: (request: Request) => Promise<Response>;
  requests: () => readonly { method: string; path: string; status: number }[];
  store: { list: (type: string) => readonly { id: string }[] };
}

/** A person in one tab of theirs, with nothing under way; `ids` are the endpoints of some sites. */
export function signInTo<Local extends Azure>(azure: Local, credential: ScriptCredential) {
  const options = inProcessAzure((request) => azure.fetch(request), credential);
  let isExpired = false;
  const client = createAzureClient({
    ...options,
    getToken: (request) =>
      isExpired ? Promise.reject(signInRequired()) : options.getToken(request),
  });
  const writer = { ...writerOn(azure, credential), azure: client };
  const expire = () => (isExpired = true);
  const browser = new Browser();
  const tab = browser.open("tab");
  const bulk = createBulkDeletion({ writer, store: tab.store });
  const sent = (method: string) => azure.requests().filter((request) => request.method === method);
  const ids = azure.store
    .list(TYPE)
    .map(({ id }) => id)
    .filter((id) => SITES.test(id));
  return { azure, writer, browser, tab, bulk, sent, ids, expire };
}

function signInRequired() {
  return new AzureError({ status: 401, code: "SignInRequired", message: "Sign in again." });
}

/** An endpoint as the list gives it. */
export function targetOf(id: string): BulkTarget {
  const { parentId: instanceId = "", subscriptionId: subscriptionName = "" } =
    parseResourceId(id) ?? {};
  const instanceName = nameOf(instanceId);
  return { id, name: nameOf(id), host: "", instanceId, instanceName, subscriptionName };
}

/** Lets time pass until the run is as wanted. */
export function until(bulk: BulkDeletion, isWanted: (snapshot: BulkSnapshot) => boolean) {
  return inVirtualTime(
    new Promise<BulkSnapshot>((resolve) => {
      const look = () => {
        if (!isWanted(bulk.getSnapshot())) return;
        unsubscribe();
        resolve(bulk.getSnapshot());
      };
      const unsubscribe = bulk.subscribe(look);
      look();
    }),
  );
}

export const isEnded = ({ status }: BulkSnapshot) => status === "ended";
export const rowOf = ({ rows }: BulkSnapshot, id: string) =>
  rows.find((row) => idKey(row.id) === idKey(id));

/** Deletes them, and waits for the end of it. */
export async function deleteAll(bulk: BulkDeletion, ids: readonly string[]) {
  bulk.start(ids.map(targetOf));
  return until(bulk, isEnded);
}
