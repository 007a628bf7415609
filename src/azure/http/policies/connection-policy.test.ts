import { expect, test, vi } from "vitest";
import { createAzureClient } from "../../create-azure-client";
import { scriptedAzure } from "../../testing/scripted-azure";

const ENDPOINT =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/acr";
const BODY = {
  extendedLocation: { name: "here", type: "CustomLocation" as const },
  properties: {
    host: "quay.io",
    authentication: { method: "Anonymous" as const, anonymousSettings: {} },
  },
};

/** A machine whose network can be pulled out and in. */
function machine(isOnline: boolean) {
  const listeners = new Set<() => void>();
  return {
    isOnline: () => isOnline,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    plugIn: () => {
      isOnline = true;
      for (const listener of listeners) listener();
    },
    watchers: () => listeners.size,
  };
}

const untilOneWaits = (connection: ReturnType<typeof machine>) =>
  vi.waitFor(() => expect(connection.watchers()).toBe(1));

test("a write waits for the network, and leaves once", async () => {
  const connection = machine(false);
  const azure = scriptedAzure({ status: 200, body: { id: ENDPOINT } }, { body: { id: ENDPOINT } });
  const { registryEndpoints } = createAzureClient({ ...azure.options, connection });
  const flights: boolean[] = [];
  const writing = registryEndpoints.createOrReplace(ENDPOINT, BODY, {
    onFlight: (mayArrive) => flights.push(mayArrive),
  });
  await untilOneWaits(connection);
  expect([azure.sent, azure.tokenRequests, flights]).toEqual([[], [], []]);
  connection.plugIn();
  await writing;
  expect(azure.sent.map(({ method }) => method)).toEqual(["PUT", "GET"]);
  expect(flights).toEqual([true]);
  expect(connection.watchers()).toBe(0);
});

test("a write that waits is stopped at once, and never leaves", async () => {
  const connection = machine(false);
  const azure = scriptedAzure();
  const { registryEndpoints } = createAzureClient({ ...azure.options, connection });
  const stopping = new AbortController();
  const writing = registryEndpoints.createOrReplace(ENDPOINT, BODY, { signal: stopping.signal });
  await untilOneWaits(connection);
  stopping.abort();
  await expect(writing).rejects.toMatchObject({ name: "AbortError" });
  // Nobody is left whom the network could let go.
  expect(connection.watchers()).toBe(0);
  connection.plugIn();
  expect(azure.sent).toEqual([]);
});

test("a write that Azure has put off has not arrived, until it leaves again", async () => {
  const headers = { "retry-after": "0.2" };
  const azure = scriptedAzure(
    { status: 429, headers, body: { error: { code: "TooManyRequests", message: "" } } },
    { status: 200, body: { id: ENDPOINT } },
    { body: { id: ENDPOINT } },
  );
  const { registryEndpoints } = createAzureClient(azure.options);
  const flights: boolean[] = [];
  await registryEndpoints.createOrReplace(ENDPOINT, BODY, {
    onFlight: (mayArrive) => flights.push(mayArrive),
  });
  expect(flights).toEqual([true, false, true]);
});
