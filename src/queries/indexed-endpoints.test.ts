import { expect, test } from "vitest";
import { createAzureClient } from "../azure/create-azure-client";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { scriptedAzure, type ScriptedAnswer } from "../azure/testing/scripted-azure";
import { askedEndpointsOptions, indexedEndpointsOptions } from "./indexed-endpoints";
import { createOwnWrites } from "./own-writes";
import { createQueryClient } from "./query-client";
import { memoryStorage } from "./testing/memory-storage";

const ME = "me";
const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";

const endpoint = (name: string): RegistryEndpoint => ({
  id: `${INSTANCE}/registryEndpoints/${name}`,
  name,
  type: "microsoft.iotoperations/instances/registryendpoints",
  properties: { host: "ghcr.io", provisioningState: "Succeeded" },
});
const listed = (...names: string[]): ScriptedAnswer => ({ body: { value: names.map(endpoint) } });
const indexed = (names: string[], more: object = {}): ScriptedAnswer => ({
  body: {
    totalRecords: names.length,
    count: names.length,
    data: names.map(endpoint),
    resultTruncated: "false",
    ...more,
  },
});

function listOn(...answers: ScriptedAnswer[]) {
  const azure = createAzureClient(scriptedAzure(...answers).options);
  const client = createQueryClient();
  const own = createOwnWrites(memoryStorage(), ME);
  const ask = async () => {
    const answer = await client.fetchQuery(askedEndpointsOptions(azure, ME, INSTANCE));
    return answer.map(({ name }) => name);
  };
  const query = () =>
    client.fetchQuery({ ...indexedEndpointsOptions(azure, ME, own), staleTime: 0 });
  return { ask, query };
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
