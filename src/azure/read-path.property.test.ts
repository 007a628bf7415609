import fc from "fast-check";
import { expect, test } from "vitest";
import type { AzureClient } from "./client";
import { createAzureClient } from "./create-azure-client";
import { always, loose, orJunk, wireJunk, wireMembers, wireText } from "./testing/generated-wire";
import { scriptedAzure } from "./testing/scripted-azure";

const GROUP = "/subscriptions/s/resourceGroups/rg";
const ID = `${GROUP}/providers/Microsoft.Test/things/one`;

/** Every member that any of the resources has, under any of the names that they have for it. */
const properties = loose({
  ...Object.fromEntries(
    ["hostResourceId", "namespace", "connectivityStatus", "extensionType", "keyvaultName"].map(
      (name) => [name, orJunk(wireText)],
    ),
  ),
  defaultSecretProviderClassRef: orJunk(loose({ resourceId: orJunk(wireText) })),
  objectSecretMapping: orJunk(fc.array(orJunk(loose({ sourcePath: orJunk(wireText) })))),
  status: orJunk(loose({ conditions: orJunk(fc.array(orJunk(loose({ reason: wireText })))) })),
  attributes: orJunk(loose({ enabled: wireJunk, exp: wireJunk, nbf: wireJunk })),
  loginServer: orJunk(wireText),
  policies: orJunk(loose({ azureADAuthenticationAsArmPolicy: wireJunk })),
});
const resource = loose({
  id: orJunk(fc.constant(ID)),
  ...wireMembers,
  subscriptionId: orJunk(wireText),
  displayName: orJunk(wireText),
  tenantId: orJunk(wireText),
  identity: orJunk(loose({ principalId: orJunk(wireText) })),
  sku: orJunk(loose({ name: orJunk(wireText) })),
  actions: orJunk(fc.array(orJunk(wireText))),
  properties: orJunk(properties),
});

const GETTERS: Record<string, (azure: AzureClient) => Promise<{ id: string; name: string }>> = {
  instance: (azure) => azure.instances.get(ID),
  "registry endpoint": (azure) => azure.registryEndpoints.get(ID),
  "custom location": (azure) => azure.customLocations.get(ID),
  cluster: (azure) => azure.connectedClusters.get(ID),
  "provider class": (azure) => azure.secretProviderClasses.get(ID),
  "secret sync": (azure) => azure.secretSyncs.get(ID),
  vault: (azure) => azure.vaults.get(ID),
  "vault secret": (azure) => azure.vaultSecrets.get(ID),
  registry: (azure) => azure.registries.get(ID),
  identity: (azure) => azure.userAssignedIdentities.get(ID),
};

test.each(Object.entries(GETTERS))(
  "any answer for a %s is read as one with an id, a name and properties",
  async (_, get) => {
    await fc.assert(
      fc.asyncProperty(resource, async (body) => {
        const azure = createAzureClient(scriptedAzure(...always(() => ({ body }))).options);
        expect(await get(azure)).toMatchObject({
          id: expect.stringMatching(/./s) as string,
          name: expect.any(String) as string,
          properties: expect.any(Object) as object,
        });
      }),
    );
  },
);

async function secretsOf(azure: AzureClient): Promise<unknown[]> {
  const secrets: unknown[] = [];
  for await (const page of azure.vaultSecrets.listPages(ID)) secrets.push(...page);
  return secrets;
}

const LISTS: Record<string, (azure: AzureClient) => Promise<unknown[]>> = {
  instances: (azure) => azure.instances.listBySubscription("s"),
  "registry endpoints": (azure) => azure.registryEndpoints.listByInstance(ID),
  extensions: (azure) => azure.clusterExtensions.listByCluster(ID),
  "secret syncs": (azure) =>
    azure.secretSyncs.listByResourceGroup({ subscriptionId: "s", resourceGroup: "rg" }),
  "vault secrets": secretsOf,
};

test.each(Object.entries(LISTS))(
  "of a list of %s, all that have an id are kept",
  async (_, list) => {
    await fc.assert(
      fc.asyncProperty(fc.array(orJunk(resource), { maxLength: 5 }), async (value) => {
        const azure = createAzureClient(
          scriptedAzure(...always(() => ({ body: { value } }))).options,
        );
        // As JSON has it, which knows no infinite number.
        const sent = JSON.parse(JSON.stringify(value)) as unknown[];
        const withId = sent.filter((item) => hasId(item));
        expect(await list(azure)).toHaveLength(withId.length);
      }),
    );
  },
);

function hasId(item: unknown): boolean {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  const { id } = item as { id?: unknown };
  return id !== undefined && id !== null && id !== "";
}

test("subscriptions, tenants and permissions have what they are told apart by", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(orJunk(resource), { maxLength: 5 }), async (value) => {
      const azure = createAzureClient(
        scriptedAzure(...always(() => ({ body: { value } }))).options,
      );
      for (const { subscriptionId, displayName } of await azure.subscriptions.list()) {
        expect([subscriptionId, displayName]).not.toContain("");
      }
      for (const { tenantId } of await azure.tenants.list()) expect(tenantId).not.toBe("");
      for (const { actions = [] } of await azure.permissions.listFor(GROUP)) {
        expect(actions.every((action) => typeof action === "string")).toBe(true);
      }
    }),
  );
});

test("members that we do not know stay as they are, and null counts as missing", async () => {
  const body = { id: ID, later: { kind: [1] }, properties: { host: null, novel: "x" } };
  const azure = createAzureClient(scriptedAzure({ body }).options);
  const endpoint = await azure.registryEndpoints.get(ID);
  expect(endpoint).toMatchObject({ name: "one", later: { kind: [1] } });
  expect(endpoint.properties).toEqual({ novel: "x" });
});
