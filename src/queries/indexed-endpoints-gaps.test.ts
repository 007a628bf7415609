import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAzureClient } from "../azure/create-azure-client";
import { scriptedAzure } from "../azure/testing/scripted-azure";
import { inVirtualTime, startVirtualTime } from "../azure/testing/virtual-time";
import { indexedEndpointsOptions } from "./indexed-endpoints";
import { createOwnWrites } from "./own-writes";

const ID = "/subscriptions/s/resourceGroups/r/providers/Microsoft.IoTOperations/instances/i";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const emptyStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

function page(ids: string[], more: object = {}, headers = {}) {
  const data = ids.map((id) => ({ id, name: id, properties: { host: "ghcr.io" } }));
  return { body: { totalRecords: ids.length, count: ids.length, data, ...more }, headers };
}

function load(...answers: Parameters<typeof scriptedAzure>) {
  const azure = scriptedAzure(...answers);
  const ownWrites = createOwnWrites(emptyStorage, "me");
  const settle = vi.spyOn(ownWrites, "settle");
  const options = indexedEndpointsOptions(createAzureClient(azure.options), "me", ownWrites);
  return { ...azure, settle, loading: inVirtualTime(new QueryClient().fetchQuery(options)) };
}

test("names the subscriptions when Azure searched only a part of them", async () => {
  const subscriptions = Array.from({ length: 1_001 }, (_, index) => ({
    subscriptionId: `s${index}`,
  }));
  const { loading, sent, settle } = load(
    page([`${ID}/registryEndpoints/a`], {}, { "x-ms-tenant-subscription-limit-hit": "true" }),
    { body: { value: subscriptions } },
    page([`${ID}/registryEndpoints/a`]),
    page([`${ID}/registryEndpoints/b`]),
  );
  const { endpoints, incomplete } = await loading;
  expect(endpoints).toHaveLength(2);
  expect(incomplete).toBeUndefined();
  expect(settle).toHaveBeenCalledOnce();
  const asked = sent.map(
    ({ body }) => (body as { subscriptions?: string[] } | undefined)?.subscriptions,
  );
  expect(asked.map((names) => names?.length)).toEqual([undefined, undefined, 1_000, 1]);
});

test("rows of half an answer are shown as such and settle nothing", async () => {
  const { loading, settle } = load(
    page([`${ID}/registryEndpoints/a`], { totalRecords: 5, $skipToken: "next" }),
    { status: 403, body: { error: { code: "Forbidden", message: "No." } } },
  );
  const { endpoints, incomplete } = await loading;
  expect(endpoints).toHaveLength(1);
  expect(incomplete).toContain("1 of 5 rows: No. (Forbidden)");
  expect(settle).not.toHaveBeenCalled();
});

test("says why there is no index, with the id that support asks for", async () => {
  const broken = {
    status: 500,
    headers: { "x-ms-correlation-request-id": "c-1" },
    body: { error: { code: "InternalServerError", message: "It broke." } },
  };
  const { loading } = load(broken, broken, broken, broken);
  const { endpoints, incomplete } = await loading;
  expect(endpoints).toEqual([]);
  expect(incomplete).toContain("(InternalServerError: It broke. Correlation id c-1.)");
});
