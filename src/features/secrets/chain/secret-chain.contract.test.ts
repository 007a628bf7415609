import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../../emulator/entra/personas";
import { createLocalAzure, type LocalAzure } from "../../../../emulator/local-azure";
import {
  gothenburgSecrets,
  instanceIds,
  vaultIds,
} from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import { saveVaultSecret } from "../../../queries/key-vault";
import { secretSyncId } from "../../../queries/secret-sync";
import { emptyArtifactSecretDraft, type ArtifactSecretDraft } from "../artifact-secret-draft";
import { clientOn, objectsOf, run } from "./testing/chain-runs";

const [hubUser, hubToken] = gothenburgSecrets.usable;

const draft: ArtifactSecretDraft = {
  ...emptyArtifactSecretDraft,
  usernameSecretName: hubUser,
  passwordSecretName: hubToken,
  syncedSecretName: "hub-creds",
};

let local: LocalAzure;
// The first query loads the KQL language service.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  startVirtualTime();
  local = createLocalAzure();
});

afterEach(() => {
  vi.useRealTimers();
});

function clientOf(key: PersonaKey): AzureClient {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf(key) };
  return clientOn((request) => local.fetch(request), credential);
}

describe("the chain from Key Vault to a Kubernetes secret", () => {
  const instanceId = instanceIds.gothenburg;
  it("lists the secrets, makes the secret sync and waits for the cluster", async () => {
    const azure = clientOf("operator");
    const before = await objectsOf(azure, instanceId);
    const { error, statuses, states } = await run(azure, { instanceId, draft });

    expect(error).toBeUndefined();
    expect(states).toEqual(["done", "done", "done", "done"]);
    expect(statuses.at(-1)?.detail).toContain("CreateSucceeded");
    expect(await objectsOf(azure, instanceId)).toEqual([...before, hubUser, hubToken]);
    const sync = await inVirtualTime(azure.secretSyncs.get(secretSyncId(instanceId, "hub-creds")));
    expect(sync.properties).toMatchObject({
      serviceAccountName: "aio-ssc-sa",
      kubernetesSecretType: "Opaque",
      objectSecretMapping: [
        { sourcePath: hubUser, targetKey: "username" },
        { sourcePath: hubToken, targetKey: "password" },
      ],
    });
  });

  it("does nothing that is done already when it runs again", async () => {
    const azure = clientOf("operator");
    await run(azure, { instanceId, draft });
    const writes = countPuts();
    const { states, statuses } = await run(azure, { instanceId, draft });
    expect(states).toEqual(["done", "done", "done", "done"]);
    expect(statuses.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("Found"),
      "Lists them already.",
      "It is there already.",
      expect.stringContaining("CreateSucceeded"),
    ]);
    expect(countPuts()).toBe(writes);
  });

  it("stops at a secret that does not exist", async () => {
    const missing = { ...draft, usernameSecretName: "no-such-secret" };
    const { failedAt, error } = await run(clientOf("admin"), {
      instanceId,
      draft: missing,
    });
    expect(failedAt).toBe("vault-secrets");
    expect(String(error)).toContain("no secret “no-such-secret”");
  });

  it("stops at the provider class without the right to write it, and goes on once there is one", async () => {
    const reader = await run(clientOf("reader"), { instanceId, draft });
    expect(reader.failedAt).toBe("provider-class");
    expect(reader.states).toEqual(["done", "failed", "waiting", "waiting"]);
    expect(reader.error).toMatchObject({ status: 403 });
    const admin = await run(clientOf("admin"), { instanceId, draft }, "provider-class");
    expect(admin.states).toEqual(["done", "done", "done", "done"]);
  });

  it("never replaces a secret sync of the same name that holds other secrets", async () => {
    const taken = { ...draft, syncedSecretName: "ghcr-pull" };
    const { failedAt, error } = await run(clientOf("admin"), { instanceId, draft: taken });
    expect(failedAt).toBe("secret-sync");
    expect(String(error)).toContain("holds other secrets");
  });

  it("tells what the cluster reports, and lets it try again after the cause is gone", async () => {
    const azure = clientOf("admin");
    const name = gothenburgSecrets.disabled;
    const disabled = { ...draft, passwordSecretName: name };
    const first = await run(azure, { instanceId, draft: disabled });
    expect(first.failedAt).toBe("kubernetes-secret");
    expect(String(first.error)).toContain("SecretDisabled");
    expect(first.statuses[0]?.detail).toContain("disabled");

    const body = { properties: { value: "new", attributes: { enabled: true } } };
    await inVirtualTime(saveVaultSecret(azure, vaultIds.gothenburg, name, body));
    const second = await run(azure, { instanceId, draft: disabled }, "kubernetes-secret");
    expect(second.error).toBeUndefined();
  });

  it("does not wait for a cluster that is offline", async () => {
    const offline = {
      ...draft,
      usernameSecretName: "artifactory-user",
      passwordSecretName: "artifactory-token",
    };
    const { states, statuses } = await run(clientOf("admin"), {
      instanceId: instanceIds.toronto,
      draft: offline,
    });
    expect(states).toEqual(["done", "done", "done", "done"]);
    expect(statuses.at(-1)?.detail).toMatch(/Not confirmed by the cluster yet: .* is offline/);
  });

  it("stops at once without secure settings", async () => {
    const { failedAt, error } = await run(clientOf("admin"), {
      instanceId: instanceIds.turin,
      draft,
    });
    expect(failedAt).toBe("vault-secrets");
    expect(String(error)).toContain("secure settings");
  });
});

function countPuts(): number {
  return local.requests().filter(({ method }) => method === "PUT").length;
}
