import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { endpointIds } from "../../emulator/scenarios/contoso-names";
import { inVirtualTime, startVirtualTime } from "../azure/testing/virtual-time";
import { deleteEndpoint, writeEndpoint } from "./endpoint-writes";
import { writerOn } from "./testing/writer-on";

const id = endpointIds.userIdentity;

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn() {
  const azure = createLocalAzure({ scenario: "contoso" });
  const writer = writerOn(azure, { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") });
  const deletions = () => azure.requests().filter(({ method }) => method === "DELETE");
  return { azure, writer, deletions };
}

test("a deletion that was given up is followed while Azure is at it, not sent again", async () => {
  const { azure, writer, deletions } = signIn();
  const endpoint = azure.store.get(id);
  if (endpoint === undefined) throw new Error("The scenario has no such endpoint.");
  const properties = { ...endpoint.properties, provisioningState: "Deleting" };
  azure.store.put({ ...endpoint, properties });
  setTimeout(() => azure.store.delete(id), 5_000);
  await inVirtualTime(deleteEndpoint(writer, { id, earlier: "ended", onSend: () => undefined }));
  expect(deletions()).toEqual([]);
  expect(azure.store.get(id)).toBeUndefined();
});

test("a deletion that failed is sent again", async () => {
  const { azure, writer, deletions } = signIn();
  await inVirtualTime(deleteEndpoint(writer, { id, earlier: "ended", onSend: () => undefined }));
  expect(deletions()).toHaveLength(1);
  expect(azure.store.get(id)).toBeUndefined();
});

const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";
const BUSY = {
  status: 409,
  error: { code: "AnotherOperationInProgress", message: "Another operation is in progress." },
};

async function replaceHost({ azure, writer }: ReturnType<typeof signIn>, states: string[]) {
  const { extendedLocation } = await inVirtualTime(writer.azure.registryEndpoints.get(id));
  if (!extendedLocation) throw new Error("The endpoint has no custom location.");
  const authentication = { method: "Anonymous" as const, anonymousSettings: {} };
  const body = { extendedLocation, properties: { host: "quay.io", authentication } };
  const guard = () => undefined;
  const put = { id, body, guard, earlier: "none" as const, onSend: () => undefined };
  const onProgress = ({ state }: { state: string }) => states.push(state);
  const work = writeEndpoint(writer, put, { onProgress });
  const outcome = await inVirtualTime(work).catch((error: unknown) => error);
  const puts = azure.requests().filter(({ method }) => method === "PUT");
  return { outcome, puts };
}

test("a write waits while Azure is busy with another one, and goes on by itself", async () => {
  const signedIn = signIn();
  signedIn.azure.faults.add({ match: { operation: `PUT ${ENDPOINT}` }, count: 2, effect: BUSY });
  const states: string[] = [];
  const { outcome, puts } = await replaceHost(signedIn, states);
  expect(outcome).toMatchObject({ properties: { host: "quay.io" } });
  expect(puts.map(({ status }) => status)).toEqual([409, 409, 200]);
  const times = puts.map(({ time }) => Date.parse(time));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect(states[0]).toContain("another operation");
});

test("a write that Azure is too busy for is given up after three minutes", async () => {
  const signedIn = signIn();
  signedIn.azure.faults.add({ match: { operation: `PUT ${ENDPOINT}` }, effect: BUSY });
  const { outcome, puts } = await replaceHost(signedIn, []);
  expect(outcome).toMatchObject({ code: "AnotherOperationInProgress", isAccepted: false });
  expect(puts).toHaveLength(7);
});

test("a deletion waits as well", async () => {
  const { azure, writer, deletions } = signIn();
  azure.faults.add({ match: { operation: `DELETE ${ENDPOINT}` }, count: 1, effect: BUSY });
  await inVirtualTime(deleteEndpoint(writer, { id, earlier: "none", onSend: () => undefined }));
  expect(deletions()).toHaveLength(2);
  expect(azure.store.get(id)).toBeUndefined();
});
