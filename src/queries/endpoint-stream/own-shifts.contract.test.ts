import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { createAzureClient } from "../../azure/create-azure-client";
import { idKey } from "../../azure/resource-id";
import { inProcessAzure } from "../../azure/testing/in-process-azure";
import { startVirtualTime } from "../../azure/testing/virtual-time";
import { createEndpointStream } from "./endpoint-stream";
import { addUp, readAll, until } from "./testing/told-rows";

const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/**
 * A stream of two pages whose first passes are shifted: at the first page of each an endpoint is deleted, and
 * what goes with that is called.
 */
function shiftedStream(passes: number) {
  const azure = createLocalAzure({ scenario: "busy" });
  azure.graph.settings.lagMs = 0;
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
  const stream = createEndpointStream({
    azure: client,
    listInstanceIds: () => Promise.resolve([]),
  });
  addUp(stream);
  const also = vi.fn();
  let left = passes;
  let loaded = 0;
  stream.subscribe(() => {
    const { progress } = stream.getSnapshot();
    const isFirst = progress.loaded === 1_000 && loaded !== 1_000;
    loaded = progress.loaded;
    const [first] = azure.store.list(ENDPOINT);
    if (!isFirst || first === undefined || left === 0) return;
    left -= 1;
    also();
    azure.store.delete(first.id);
  });
  const queries = () => azure.requests().filter(({ path }) => path.includes("ResourceGraph"));
  return { azure, stream, also, queries };
}

test("rows that shift however often they are read are said to", async () => {
  const { incomplete } = await readAll(shiftedStream(2).stream);
  expect(incomplete.join()).toContain("Endpoints changed while Azure Resource Graph was read");
});

test("rows that the person's own writes shift are read again without a remark", async () => {
  const { azure, stream, also, queries } = shiftedStream(2);
  also.mockImplementation(stream.expire);
  const told: string[] = [];
  stream.subscribe(() => told.push(...stream.getSnapshot().incomplete));
  await readAll(stream);
  expect(stream.getSnapshot().hasOwnShift).toBe(true);
  const before = queries().length;
  await until(stream, ({ status }) => status === "loading");
  const { rows } = await until(stream, ({ status }) => status === "ready");
  expect(new Set(rows.map(({ id }) => idKey(id)))).toEqual(
    new Set(azure.store.list(ENDPOINT).map(({ id }) => idKey(id))),
  );
  expect(queries().length).toBe(before + 2);
  expect(told).toEqual([]);
  expect(stream.getSnapshot().hasOwnShift).toBe(false);
});

test("a list that is closed is not read again", async () => {
  const { stream, also, queries } = shiftedStream(2);
  also.mockImplementation(stream.expire);
  await readAll(stream);
  const before = queries().length;
  stream.cancel();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queries()).toHaveLength(before);
});
