import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inspect } from "node:util";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import {
  gothenburgSecrets,
  identityIds,
  instanceIds,
  loginServers,
  registryIds,
  vaultIds,
} from "../../../emulator/scenarios/contoso-names";
import { createAzureClient } from "../create-azure-client";
import { AzureError } from "../http/azure-error";
import { describeFailure } from "../http/describe-failure";
import { childId, parseResourceId } from "../resource-id";
import type { SecretSyncBody } from "../secret-sync/secret-sync";
import { inProcessAzure } from "../testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../testing/virtual-time";

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

async function failureOf(work: Promise<unknown>): Promise<AzureError> {
  const error: unknown = await inVirtualTime(work).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AzureError);
  return error as AzureError;
}

describe("vault secrets", () => {
  const id = childId(vaultIds.gothenburg, "secrets", "contract-test");

  test("arrive page by page", async () => {
    const { client } = signIn();
    const pages: string[][] = [];
    await inVirtualTime(
      (async () => {
        for await (const page of client.vaultSecrets.listPages(vaultIds.gothenburg, { top: 10 })) {
          pages.push(page.map(({ name }) => name));
        }
      })(),
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every(({ length }) => length <= 10)).toBe(true);
    expect(pages.flat()).toContain(gothenburgSecrets.onSecondPage);
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
  });

  test("are written with a value that never comes back", async () => {
    const { client } = signIn();
    const body = {
      properties: { value: "canary-value", contentType: "text/plain", attributes: { exp: 2e9 } },
    };
    const saved = await inVirtualTime(client.vaultSecrets.createOrUpdate(id, body));
    const read = await inVirtualTime(client.vaultSecrets.get(id));
    expect(read).toMatchObject({
      name: "contract-test",
      properties: { contentType: "text/plain", attributes: { enabled: true, exp: 2e9 } },
    });
    expect(inspect([saved, read], { depth: 9 })).not.toContain("canary-value");
  });

  test("are disabled without a new version", async () => {
    const { client } = signIn();
    const body = { tags: { a: "b" }, properties: { value: "v", attributes: { exp: 2e9 } } };
    const saved = await inVirtualTime(client.vaultSecrets.createOrUpdate(id, body));
    const disabled = await inVirtualTime(client.vaultSecrets.disable(id));
    expect(disabled).toMatchObject({
      tags: { a: "b" },
      properties: {
        attributes: { enabled: false, exp: 2e9 },
        secretUriWithVersion: saved.properties.secretUriWithVersion,
      },
    });
  });

  test("a refused write names the action, and its error not the value", async () => {
    const { client } = signIn("secrets");
    const body = { properties: { value: "canary-value" } };
    const error = await failureOf(client.vaultSecrets.createOrUpdate(id, body));
    expect(describeFailure(error, "x").missingAction?.toLowerCase()).toBe(
      "microsoft.keyvault/vaults/secrets/write",
    );
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("canary-value");
  });

  test("a write whose connection broke is not repeated", async () => {
    const { azure, client } = signIn();
    const fault = azure.faults.add({
      match: { operation: "PUT Microsoft.KeyVault/vaults/secrets" },
      effect: { reset: "after" },
    });
    const body = { properties: { value: "v" } };
    const error = await failureOf(client.vaultSecrets.createOrUpdate(id, body));
    expect(error.code).toBe("NetworkError");
    expect(fault.applied).toBe(1);
    expect(describeFailure(error, "x").nextStep).toContain("not known whether");
  });
});

describe("secret sync", () => {
  test("a provider class is read, changed and written back", async () => {
    const { client } = signIn();
    const instance = await inVirtualTime(client.instances.get(instanceIds.gothenburg));
    const id = instance.properties.defaultSecretProviderClassRef?.resourceId ?? "";
    const { location, extendedLocation, properties } = await inVirtualTime(
      client.secretProviderClasses.get(id),
    );
    const { keyvaultName, clientId, tenantId } = properties;
    const objects = `${properties.objects ?? "array:"}\n    - |\n      objectName: dockerhub-username\n      objectType: secret\n`;
    const written = await inVirtualTime(
      client.secretProviderClasses.createOrReplace(id, {
        location,
        extendedLocation,
        properties: { keyvaultName, clientId, tenantId, objects },
      }),
    );
    expect(written.properties.objects).toContain("dockerhub-username");
    expect(written.properties.provisioningState).toBe("Succeeded");
  });

  test("a secret sync lives its whole life", async () => {
    const { client } = signIn();
    const instance = await inVirtualTime(client.instances.get(instanceIds.gothenburg));
    const { subscriptionId = "", resourceGroup = "" } =
      parseResourceId(instanceIds.gothenburg) ?? {};
    const scope = { subscriptionId, resourceGroup };
    const existing = await inVirtualTime(client.secretSyncs.listByResourceGroup(scope));
    const [template] = existing;
    if (!template) throw new Error("The scenario has no secret sync.");
    const id = template.id.replace(/[^/]+$/, "contract-test");
    const body: SecretSyncBody = {
      location: template.location,
      extendedLocation: instance.extendedLocation,
      properties: {
        secretProviderClassName: template.properties.secretProviderClassName,
        serviceAccountName: template.properties.serviceAccountName,
        kubernetesSecretType: "Opaque",
        objectSecretMapping: [{ sourcePath: "ghcr-username", targetKey: "username" }],
      },
    };
    const created = await inVirtualTime(client.secretSyncs.createOrReplace(id, body));
    expect(created).toMatchObject({ name: "contract-test", properties: body.properties });
    const after = await inVirtualTime(client.secretSyncs.listByResourceGroup(scope));
    expect(after).toHaveLength(existing.length + 1);
    await inVirtualTime(client.secretSyncs.delete(id));
    expect((await failureOf(client.secretSyncs.get(id))).status).toBe(404);
  });
});

test("vaults, registries and identities are read", async () => {
  const { client } = signIn();
  const vault = await inVirtualTime(client.vaults.get(vaultIds.gothenburg));
  expect(vault.properties.vaultUri).toContain("https://");
  const registry = await inVirtualTime(client.registries.get(registryIds.hashed));
  expect(registry.properties.loginServer).toBe(loginServers.hashed);
  const identity = await inVirtualTime(client.userAssignedIdentities.get(identityIds.pullEurope));
  expect(identity.properties.clientId).toMatch(/^[0-9a-f-]{36}$/);
});
