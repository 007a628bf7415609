import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { endpointIds, instanceIds, subscriptionIds } from "../../emulator/scenarios/contoso-names";
import { isAllowed } from "./authorization/is-allowed";
import { createAzureClient } from "./create-azure-client";
import { AzureError } from "./http/azure-error";
import { describeFailure } from "./http/describe-failure";
import type {
  RegistryEndpoint,
  RegistryEndpointAuthentication,
  RegistryEndpointBody,
} from "./iot-operations/registry-endpoint";
import { childId, sameId } from "./resource-id";
import { inProcessAzure } from "./testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "./testing/virtual-time";

const ID = childId(instanceIds.gothenburg, "registryEndpoints", "contract-test");

vi.setConfig({ testTimeout: 30_000 });
beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn(persona: PersonaKey = "admin") {
  const azure = createLocalAzure();
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf(persona) };
  return {
    azure,
    client: createAzureClient(inProcessAzure((request) => azure.fetch(request), credential)),
  };
}

type Client = ReturnType<typeof signIn>["client"];

async function bodyFor(
  client: Client,
  authentication: RegistryEndpointAuthentication,
): Promise<RegistryEndpointBody> {
  const { extendedLocation } = await inVirtualTime(client.instances.get(instanceIds.gothenburg));
  if (!extendedLocation) throw new Error("The instance has no custom location.");
  return { extendedLocation, properties: { host: "ghcr.io/contoso", authentication } };
}

const anonymous: RegistryEndpointAuthentication = { method: "Anonymous", anonymousSettings: {} };

async function failureOf(work: Promise<unknown>): Promise<AzureError> {
  const error: unknown = await inVirtualTime(work).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AzureError);
  return error as AzureError;
}

const methods: RegistryEndpointAuthentication[] = [
  anonymous,
  { method: "ArtifactPullSecret", artifactPullSecretSettings: { secretRef: "ghcr-pull" } },
  {
    method: "SystemAssignedManagedIdentity",
    systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
  },
  {
    method: "UserAssignedManagedIdentity",
    userAssignedManagedIdentitySettings: {
      clientId: "11111111-0000-4000-8000-000000000001",
      tenantId: CONTOSO_TENANT_ID,
    },
  },
];

describe.each(["all", "none"] as const)("with headers exposed: %s", (exposeHeaders) => {
  test.each(methods)("an endpoint lives its whole life with %o", async (authentication) => {
    const { azure, client } = signIn();
    azure.settings.exposeHeaders = exposeHeaders;
    const body = await bodyFor(client, authentication);
    const states: string[] = [];

    const created = await inVirtualTime(
      client.registryEndpoints.createOrReplace(ID, body, {
        onProgress: ({ state }) => states.push(state),
      }),
    );
    expect(created).toMatchObject({
      name: "contract-test",
      properties: { ...body.properties, provisioningState: "Succeeded" },
    });
    expect(states.length).toBeGreaterThan(1);

    const changed = { ...body, properties: { ...body.properties, host: "ghcr.io/other" } };
    const replaced = await inVirtualTime(client.registryEndpoints.createOrReplace(ID, changed));
    expect(replaced.properties.host).toBe("ghcr.io/other");

    const listed = await inVirtualTime(
      client.registryEndpoints.listByInstance(instanceIds.gothenburg),
    );
    expect(listed.some(({ id }) => sameId(id, ID))).toBe(true);

    await inVirtualTime(client.registryEndpoints.delete(ID));
    const error = await failureOf(client.registryEndpoints.get(ID));
    expect(error).toMatchObject({ status: 404, code: "ResourceNotFound", path: ID });
    await expect(inVirtualTime(client.registryEndpoints.delete(ID))).resolves.toBeUndefined();
  });

  test.each(["Failed", "Canceled"] as const)("a PUT that ends %s fails", async (outcome) => {
    const { azure, client } = signIn();
    azure.settings.exposeHeaders = exposeHeaders;
    const body = await bodyFor(client, anonymous);
    azure.faults.add({
      match: { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" },
      effect: { lro: { outcome, error: { code: "HostRefused", message: "The host is refused." } } },
    });
    const error = await failureOf(client.registryEndpoints.createOrReplace(ID, body));
    expect(error.path).toBe(ID);
    if (exposeHeaders === "all") {
      expect(error).toMatchObject({ code: "HostRefused", message: "The host is refused." });
    } else {
      expect(error.code).toBe(outcome === "Failed" ? "OperationFailed" : "OperationCanceled");
    }
  });

  test("an operation without an end is given up after 30 minutes", async () => {
    const { azure, client } = signIn();
    azure.settings.exposeHeaders = exposeHeaders;
    azure.settings.tokenLifetimeSeconds = 7_200;
    const body = await bodyFor(client, anonymous);
    azure.faults.add({
      match: { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" },
      effect: { lro: { outcome: "never" } },
    });
    const error = await failureOf(client.registryEndpoints.createOrReplace(ID, body));
    expect(error.code).toBe("OperationTimedOut");
  });

  test("our own correlation id or Azure's is in every error", async () => {
    const { azure, client } = signIn();
    azure.settings.exposeHeaders = exposeHeaders;
    const { correlationId } = await failureOf(client.registryEndpoints.get(ID));
    expect(correlationId).toMatch(/^[0-9a-f-]{36}$/i);
  });
});

test("an operation that may not be read is followed on the resource", async () => {
  const { azure, client } = signIn();
  const body = await bodyFor(client, anonymous);
  azure.faults.add({
    match: { path: "operationStatuses" },
    effect: { status: 403, error: { code: "AuthorizationFailed" } },
  });
  const created = await inVirtualTime(client.registryEndpoints.createOrReplace(ID, body));
  expect(created.properties.provisioningState).toBe("Succeeded");
});

test("a member that ARM refuses is named", async () => {
  const { client } = signIn();
  const body = await bodyFor(client, anonymous);
  body.properties.host = "h".repeat(64);
  const error = await failureOf(client.registryEndpoints.createOrReplace(ID, body));
  expect(error.status).toBe(400);
  expect(`${error.message} ${JSON.stringify(error.details)}`).toContain("host");
});

test("a reader who creates is told the missing action and where", async () => {
  const { client } = signIn("reader");
  const body = await bodyFor(client, anonymous);
  const error = await failureOf(client.registryEndpoints.createOrReplace(ID, body));
  const failure = describeFailure(error, "The endpoint could not be created");
  expect(failure).toMatchObject({ code: "AuthorizationFailed", resource: ID });
  expect(failure.missingAction?.toLowerCase()).toBe(
    "microsoft.iotoperations/instances/registryendpoints/write",
  );
  expect(sameId(failure.missingScope ?? "", ID)).toBe(true);
});

test("permissions tell what a call would be refused for", async () => {
  const write = "Microsoft.IoTOperations/instances/registryEndpoints/write";
  const ask = (persona: PersonaKey) =>
    inVirtualTime(signIn(persona).client.permissions.listFor(instanceIds.gothenburg));
  expect(isAllowed(await ask("operator"), write)).toBe(true);
  expect(isAllowed(await ask("reader"), write)).toBe(false);
  expect(isAllowed(await ask("reader"), write.replace("write", "read"))).toBe(true);
});

test("subscriptions and tenants are those that the person has a role in", async () => {
  const ask = (persona: PersonaKey) => inVirtualTime(signIn(persona).client.subscriptions.list());
  const all = Object.values(subscriptionIds);
  expect((await ask("admin")).map(({ subscriptionId }) => subscriptionId).sort()).toEqual(
    [...all].sort(),
  );
  expect(await ask("operator")).toHaveLength(2);
  expect(await ask("guest")).toEqual([]);
  const tenants = await inVirtualTime(signIn().client.tenants.list());
  expect(tenants.map(({ tenantId }) => tenantId)).toContain(CONTOSO_TENANT_ID);
});

test("an instance leads to the extension that pulls", async () => {
  const { client } = signIn();
  const instance = await inVirtualTime(client.instances.get(instanceIds.gothenburg));
  const location = await inVirtualTime(
    client.customLocations.get(instance.extendedLocation?.name ?? ""),
  );
  const clusterId = location.properties.hostResourceId ?? "";
  const cluster = await inVirtualTime(client.connectedClusters.get(clusterId));
  expect(cluster.properties.connectivityStatus).toBe("Connected");
  const extensions = await inVirtualTime(client.clusterExtensions.listByCluster(clusterId));
  const pulling = extensions.find(
    ({ properties }) => properties.extensionType?.toLowerCase() === "microsoft.iotoperations",
  );
  expect(pulling?.identity?.principalId).toBeTruthy();
});

test.each([
  ["an expired token", { status: 401, error: { code: "ExpiredAuthenticationToken" } }],
  ["a throttled read", { status: 429, headers: { "Retry-After": "3" } }],
  ["a server error", { status: 503 }],
  ["a reset connection", { reset: "before" as const }],
  ["an answer that was cut off", { truncateBody: "json" as const }],
])("a read survives %s", async (_, effect) => {
  const { azure, client } = signIn();
  const fault = azure.faults.add({
    match: { path: "registryEndpoints/default" },
    effect,
    count: 1,
  });
  const endpoint: RegistryEndpoint = await inVirtualTime(
    client.registryEndpoints.get(endpointIds.default),
  );
  expect(endpoint.name).toBe("default");
  expect(fault.applied).toBe(1);
});

test("a nextLink to another origin is not followed", async () => {
  const { azure, client } = signIn();
  const body = JSON.stringify({ value: [], nextLink: "https://evil.example/next" });
  azure.faults.add({ match: { path: "registryEndpoints" }, effect: { body } });
  const error = await failureOf(client.registryEndpoints.listByInstance(instanceIds.gothenburg));
  expect(error.code).toBe("ForeignOrigin");
});

test("a write and a deletion that another page sent are followed to their end", async () => {
  const { client } = signIn();
  const body = await bodyFor(client, anonymous);
  const sent = client.registryEndpoints.createOrReplace(ID, body);
  const states: string[] = [];
  await vi.advanceTimersByTimeAsync(500);
  const followed = await inVirtualTime(
    client.registryEndpoints.followWrite(ID, { onProgress: ({ state }) => states.push(state) }),
  );
  expect(followed.properties.provisioningState).toBe("Succeeded");
  expect(states.length).toBeGreaterThan(1);
  await inVirtualTime(sent);

  const deleted = client.registryEndpoints.delete(ID);
  await vi.advanceTimersByTimeAsync(500);
  await inVirtualTime(client.registryEndpoints.followDeletion(ID));
  expect((await failureOf(client.registryEndpoints.get(ID))).status).toBe(404);
  await inVirtualTime(deleted);
});
