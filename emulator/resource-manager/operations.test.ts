import { expect, test } from "vitest";
import {
  assignment,
  createTestAzure,
  errorOf,
  origin,
  send,
  shopId,
  subscriptionId,
  version,
  type TestAzure,
} from "../test-azure";

const path = `${shopId}/items/pear?${version}`;
const body = { properties: { price: 3 } };
const stateOf = async (azure: TestAzure) => {
  const { body } = await azure.arm("GET", path);
  return (body.properties as { provisioningState?: string } | undefined)?.provisioningState;
};

async function create(azure: TestAzure) {
  await azure.arm("PUT", path, { body });
  azure.clock.advance(2_000);
}

test("operations take as much of their time as is set when they begin", async () => {
  const azure = createTestAzure();
  azure.settings.operationTimeScale = 0.25;
  await azure.arm("PUT", path, { body });
  azure.settings.operationTimeScale = 1;
  azure.clock.advance(499);
  expect(await stateOf(azure)).toBe("Accepted");
  azure.clock.advance(1);
  expect(await stateOf(azure)).toBe("Succeeded");
});

test("a PUT is accepted, followed by its address, and succeeds on the clock", async () => {
  const azure = createTestAzure();
  const accepted = await azure.arm("PUT", path, { body });
  expect(accepted.status).toBe(201);
  expect(accepted.body.properties).toEqual({ price: 3, provisioningState: "Accepted" });
  expect(accepted.headers.get("retry-after")).toBe("1");
  expect(accepted.headers.get("location")).toBeNull();
  const address = String(accepted.headers.get("azure-asyncoperation"));
  expect(address).toMatch(
    new RegExp(
      `^${origin}/subscriptions/${subscriptionId}/providers/Test\\.Shop/locations/WESTEUROPE/operationStatuses/`,
    ),
  );
  expect((await azure.arm("GET", address)).body).toMatchObject({
    status: "Accepted",
    percentComplete: 0,
  });
  azure.clock.advance(1_000);
  expect((await azure.arm("GET", address)).body).toMatchObject({
    status: "InProgress",
    percentComplete: 50,
  });
  azure.clock.advance(1_000);
  const done = await azure.arm("GET", address, { as: "reader" });
  expect(done.body).toMatchObject({
    status: "Succeeded",
    percentComplete: 100,
    resourceId: `${shopId}/items/pear`,
    startTime: "2026-11-21T08:00:00.000Z",
    endTime: "2026-11-21T08:00:02.000Z",
  });
  expect(done.headers.get("retry-after")).toBeNull();
  expect((await azure.arm("GET", path)).body.properties).toEqual({
    price: 3,
    provisioningState: "Succeeded",
    isStamped: true,
  });
});

test("an update answers 200 and shows its state; a second write meanwhile conflicts", async () => {
  const azure = createTestAzure();
  await create(azure);
  const update = await azure.arm("PUT", path, { body: { properties: { price: 4 } } });
  expect(update.status).toBe(200);
  expect(update.body.properties).toEqual({ price: 4, provisioningState: "Updating" });
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const refused = await azure.arm(method, path, { body });
    expect([method, refused.status, errorOf(refused).code]).toEqual([method, 409, "Conflict"]);
  }
});

test("a DELETE is followed by Location: 202 until it is gone, then 204", async () => {
  const azure = createTestAzure();
  await create(azure);
  const accepted = await azure.arm("DELETE", path);
  expect(accepted.status).toBe(202);
  expect(await stateOf(azure)).toBe("Deleting");
  const address = String(accepted.headers.get("location"));
  expect((await azure.arm("GET", address)).status).toBe(202);
  expect((await azure.arm("DELETE", path)).headers.get("location")).toBe(address);
  azure.clock.advance(1_000);
  expect((await azure.arm("GET", address)).status).toBe(204);
  expect((await azure.arm("GET", path)).status).toBe(404);
  expect((await azure.arm("DELETE", path)).status).toBe(204);
});

test("an address needs a token and its signature", async () => {
  const azure = createTestAzure();
  const accepted = await azure.arm("PUT", path, { body });
  const address = String(accepted.headers.get("azure-asyncoperation"));
  expect((await send(azure, address)).status).toBe(401);
  expect((await azure.arm("GET", address.replace(/h=\w+/, "h=0"))).status).toBe(404);
});

test.each(["PUT", "DELETE"])(
  "whoever has rights on the resource only starts a %s and may not follow it",
  async (method) => {
    const azure = createTestAzure();
    await create(azure);
    azure.store.put(assignment("operator", "owner", shopId));
    const accepted = await azure.arm(method, path, { body, as: "operator" });
    const { headers } = accepted;
    const address = String(headers.get("azure-asyncoperation") ?? headers.get("location"));
    const refused = await azure.arm("GET", address, { as: "operator" });
    expect(refused.status).toBe(403);
    expect(errorOf(refused)).toMatchObject({
      code: "AuthorizationFailed",
      message: expect.stringMatching(
        /action 'Test\.Shop\/locations\/operation(Statuses|Results)\/read' over scope '\/subscriptions\//,
      ) as unknown,
    });
    expect((await azure.arm("GET", path, { as: "operator" })).status).toBe(200);
  },
);

test.each(["Failed", "Canceled"] as const)(
  "a fault ends a PUT as %s, with its error",
  async (outcome) => {
    const azure = createTestAzure();
    const error = { code: "ClusterUnreachable", message: "The cluster did not answer." };
    azure.faults.add({ match: { method: "PUT" }, count: 1, effect: { lro: { outcome, error } } });
    const accepted = await azure.arm("PUT", path, { body });
    azure.clock.advance(2_000);
    const address = String(accepted.headers.get("azure-asyncoperation"));
    expect((await azure.arm("GET", address)).body).toMatchObject({ status: outcome, error });
    expect(await stateOf(azure)).toBe(outcome);
    expect((await azure.arm("PUT", path, { body })).status).toBe(200);
  },
);

test("a fault ends a DELETE as failed: the address answers with the error and the resource stays", async () => {
  const azure = createTestAzure();
  await create(azure);
  azure.faults.add({
    match: { operation: "DELETE Test.Shop/shops/items" },
    effect: { lro: { outcome: "Failed" } },
  });
  const accepted = await azure.arm("DELETE", path);
  azure.clock.advance(1_000);
  const result = await azure.arm("GET", String(accepted.headers.get("location")));
  expect(result.status).toBe(409);
  expect(errorOf(result).code).toBe("InternalOperationError");
  expect(await stateOf(azure)).toBe("Failed");
});

test("an operation that never ends is ended by a reset only", async () => {
  const azure = createTestAzure();
  azure.faults.add({ match: {}, effect: { lro: { outcome: "never" } } });
  await azure.arm("PUT", path, { body });
  azure.clock.advance(3_600_000 - 1);
  expect(await stateOf(azure)).toBe("Accepted");
  azure.reset();
  expect((await azure.arm("GET", path)).status).toBe(404);
});

test("deleting a parent takes a child along whose creation still goes on", async () => {
  const azure = createTestAzure();
  await azure.arm("PUT", path, { body });
  expect((await azure.arm("DELETE", `${shopId}?${version}`)).status).toBe(200);
  azure.clock.advance(2_000);
  expect(azure.store.get(`${shopId}/items/pear`)).toBeUndefined();
});
