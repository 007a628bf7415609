import { expect, test, vi } from "vitest";
import { createAzureClient } from "../azure/create-azure-client";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { scriptedAzure, type ScriptedAnswer } from "../azure/testing/scripted-azure";
import { askedEndpointsOptions, indexedEndpointsOptions } from "./indexed-endpoints";
import { createOwnWrites } from "./own-writes";
import { createQueryClient } from "./query-client";
import { rereadOwnWrites } from "./reread-own-writes";
import { memoryStorage } from "./testing/memory-storage";

const ME = "me";
const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";

const endpoint = (name: string, host = "ghcr.io"): RegistryEndpoint => ({
  id: `${INSTANCE}/registryEndpoints/${name}`,
  name,
  type: "microsoft.iotoperations/instances/registryendpoints",
  properties: { host, provisioningState: "Succeeded" },
});
const listed = (...names: string[]): ScriptedAnswer => ({
  body: { value: names.map((name) => endpoint(name)) },
});
const indexed = (names: string[], more: object = {}): ScriptedAnswer => ({
  body: {
    totalRecords: names.length,
    count: names.length,
    data: names.map((name) => endpoint(name)),
    resultTruncated: "false",
    ...more,
  },
});

function listOn(...answers: ScriptedAnswer[]) {
  const script = scriptedAzure(...answers);
  const azure = createAzureClient(script.options);
  const client = createQueryClient();
  const own = createOwnWrites(memoryStorage(), ME);
  const ask = async () => {
    const answer = await client.fetchQuery(askedEndpointsOptions(azure, ME, INSTANCE));
    return answer.map(({ name }) => name);
  };
  const query = () =>
    client.fetchQuery({ ...indexedEndpointsOptions(azure, ME, own), staleTime: 0 });
  return { ask, query, own, azure, sent: script.sent };
}

test("an answer of ARM is kept beside an index that shows only some of it", async () => {
  const { ask, query } = listOn(indexed([]), listed("a", "b"), indexed(["a"]));
  await query();
  await ask();
  await query();
  expect(await ask()).toEqual(["a", "b"]);
});

test("what the index has shown and no longer shows leaves the answer of ARM too", async () => {
  const { ask, query } = listOn(listed("a", "b"), indexed(["a"]), indexed([]));
  await ask();
  await query();
  await query();
  expect(await ask()).toEqual(["b"]);
});

test("half an answer of the index takes nothing away", async () => {
  const { ask, query } = listOn(
    listed("a", "b"),
    indexed(["a"]),
    indexed([], { resultTruncated: "true" }),
  );
  await ask();
  await query();
  await query();
  expect(await ask()).toEqual(["a", "b"]);
});

test("an endpoint that somebody else made again is shown although its deletion was hidden here", async () => {
  const theirs = endpoint("a", "quay.io");
  const { query, own } = listOn(
    indexed([]),
    { body: { totalRecords: 1, count: 1, data: [theirs], resultTruncated: "false" } },
    { body: theirs },
  );
  await query();
  own.recordWritten(endpoint("a"));
  own.recordDeleted(theirs.id);
  await query();
  await vi.waitFor(() =>
    expect([...own.snapshot().writes.values()][0]?.endpoint?.properties.host).toBe("quay.io"),
  );
});

test.each([
  ["does not exist", { status: 404, body: { error: { code: "ResourceNotFound" } } }],
  ["cannot be read", { status: 403, body: { error: { code: "AuthorizationFailed" } } }],
])("a deletion goes on being hidden when ARM says that it %s", async (_, answer) => {
  const { own, azure, sent } = listOn(answer);
  own.settle([endpoint("a")]);
  own.recordDeleted(endpoint("a").id);
  await rereadOwnWrites(azure, own, [endpoint("a").id]);
  expect(sent).toHaveLength(1);
  expect([...own.snapshot().writes.values()][0]).toMatchObject({ endpoint: undefined });
});

test("what is being written in this tab is not asked about", async () => {
  const { own, azure, sent } = listOn();
  own.recordWritten(endpoint("a"));
  own.begin({ id: endpoint("a").id, change: "deleting" });
  await rereadOwnWrites(azure, own);
  expect(sent).toEqual([]);
});
