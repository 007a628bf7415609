import { expect, test } from "vitest";
import { instanceIds, vaultIds } from "./scenarios/contoso-names";
import { createTestAzure, errorOf, type TestAzure } from "./test-azure";

/** The scenario and the providers that people get, behind the whole core. */
const contoso = () =>
  createTestAzure({ scenario: "contoso", scenarios: undefined, providers: undefined });

const aio = "api-version=2026-07-01";
const kv = "api-version=2026-02-01";
const endpoint = {
  properties: {
    host: "ghcr.io/contoso",
    authentication: { method: "Anonymous", anonymousSettings: {} },
  },
};
const namesOf = ({ value }: Record<string, unknown>) =>
  (value as { name: string }[]).map(({ name }) => name);

async function listAll(azure: TestAzure, path: string, as: "operator" | "admin") {
  const names: string[] = [];
  for (let next: unknown = path; typeof next === "string";) {
    const { body } = await azure.arm("GET", next, { as });
    names.push(...namesOf(body));
    next = body.nextLink;
  }
  return names;
}

test("the site operator creates a registry endpoint, sees it succeed, and deletes it", async () => {
  const azure = contoso();
  const as = "operator";
  const path = `${instanceIds.gothenburg}/registryEndpoints/ghcr-test?${aio}`;
  const created = await azure.arm("PUT", path, { body: endpoint, as });
  expect(created.status).toBe(201);
  expect(created.body.properties).toMatchObject({
    host: "ghcr.io/contoso",
    provisioningState: "Accepted",
  });
  azure.clock.advance(10_000);
  const read = await azure.arm("GET", path, { as });
  expect(read.body.properties).toMatchObject({ provisioningState: "Succeeded" });
  expect(read.body.type).toBe("Microsoft.IoTOperations/instances/registryEndpoints");
  expect((await azure.arm("DELETE", path, { as })).status).toBe(202);
  azure.clock.advance(10_000);
  expect((await azure.arm("GET", path, { as })).status).toBe(404);
});

test("there is no PATCH of a registry endpoint and no DELETE of a secret", async () => {
  const azure = contoso();
  const patch = await azure.arm(
    "PATCH",
    `${instanceIds.gothenburg}/registryEndpoints/default?${aio}`,
    { body: {} },
  );
  expect(errorOf(patch).message).toContain(
    "PATCH Microsoft.IoTOperations/instances/registryEndpoints",
  );
  const remove = await azure.arm("DELETE", `${vaultIds.gothenburg}/secrets/ghcr-token?${kv}`);
  expect(errorOf(remove).message).toContain("DELETE Microsoft.KeyVault/vaults/secrets");
});

test("the reader may read and not write", async () => {
  const azure = contoso();
  const list = `${instanceIds.gothenburg}/registryEndpoints?${aio}`;
  expect((await azure.arm("GET", list, { as: "reader" })).status).toBe(200);
  const path = `${instanceIds.gothenburg}/registryEndpoints/mine-too?${aio}`;
  const refused = await azure.arm("PUT", path, { as: "reader", body: endpoint });
  expect(refused.status).toBe(403);
  expect(errorOf(refused).message).toContain(
    `'Microsoft.IoTOperations/instances/registryEndpoints/write' over scope '${path.split("?")[0]}'`,
  );
});

test("the secrets officer's data role gives no write to secrets in Resource Manager", async () => {
  const azure = contoso();
  const path = `${vaultIds.gothenburg}/secrets/new-one?${kv}`;
  const refused = await azure.arm("PUT", path, {
    as: "secrets",
    body: { properties: { value: "x" } },
  });
  expect(refused.status).toBe(403);
  expect(errorOf(refused).message).toContain("'Microsoft.KeyVault/vaults/secrets/write'");
});

test("secrets come in pages of 25 and without values; Austin's vault is closed to the operator", async () => {
  const azure = contoso();
  const as = "operator";
  const path = `${vaultIds.gothenburg}/secrets/new-one?${kv}`;
  const written = await azure.arm("PUT", path, { as, body: { properties: { value: "hunter2" } } });
  expect(written.status).toBe(201);
  expect(JSON.stringify(written.body)).not.toContain("hunter2");
  const list = `${vaultIds.gothenburg}/secrets?${kv}`;
  expect(namesOf((await azure.arm("GET", list, { as })).body)).toHaveLength(25);
  expect(await listAll(azure, list, as)).toContain("new-one");
  expect((await azure.arm("GET", `${vaultIds.austin}/secrets?${kv}`, { as })).status).toBe(403);
});

test("ids keep the casing that a resource was stored with", async () => {
  const azure = contoso();
  const { body } = await azure.arm(
    "GET",
    `${instanceIds.lyon.toUpperCase()}/REGISTRYENDPOINTS?${aio}`,
  );
  const stored = azure.store.list(
    "Microsoft.IoTOperations/instances/registryEndpoints",
    instanceIds.lyon,
  );
  expect((body.value as { id: string }[]).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(stored.length).toBeGreaterThan(0);
});

test("an extension is listed below its cluster", async () => {
  const azure = contoso();
  const [cluster] = azure.store.list("Microsoft.Kubernetes/connectedClusters");
  const path = `${cluster?.id}/providers/Microsoft.KubernetesConfiguration/extensions?api-version=2023-05-01`;
  const { status, body } = await azure.arm("GET", path, { as: "reader" });
  expect(status).toBe(200);
  expect(namesOf(body).length).toBeGreaterThan(0);
});
