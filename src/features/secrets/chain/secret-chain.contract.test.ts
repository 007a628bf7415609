import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../../emulator/entra/personas";
import { createLocalAzure, type LocalAzure } from "../../../../emulator/local-azure";
import {
  gothenburgSecrets,
  instanceIds,
  vaultIds,
} from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { createAzureClient } from "../../../azure/create-azure-client";
import { runChain, type ChainStatus } from "../../../lib/chain";
import { listObjects } from "../../../lib/secret-provider-objects";
import { without } from "../../../lib/without";
import { saveVaultSecret } from "../../../queries/key-vault";
import { readSecretSettings, secretSyncId } from "../../../queries/secret-sync";
import { emptyArtifactSecretDraft, type ArtifactSecretDraft } from "../artifact-secret-draft";
import { findSecretChain } from "./find-secret-chain";
import { planSecretChain } from "./plan-secret-chain";
import { ensureObjects } from "./provider-class-objects";
import { removeSecretChain, secretToRemove } from "./remove-secret-chain";

const origin = "http://localhost:4281";
const { signal } = new AbortController();
const silent = { signal, onProgress: () => undefined };
const [hubUser, hubToken, ghcrUser, ghcrToken] = gothenburgSecrets.usable;

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
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  local = createLocalAzure();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass until the promise settles. */
async function settled<Result>(promise: Promise<Result>): Promise<Result> {
  let isSettled = false;
  const mark = () => (isSettled = true);
  promise.then(mark, mark);
  while (!isSettled) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return promise;
}

/** The real client as a persona; `beforeSend` sees each request on its way. */
function clientOf(
  key: PersonaKey,
  beforeSend: (request: PipelineRequest) => Promise<void> = () => Promise.resolve(),
): AzureClient {
  const httpClient: HttpClient = {
    async sendRequest(request) {
      await beforeSend(request);
      const { url, method, headers } = request;
      const body = typeof request.body === "string" ? request.body : undefined;
      const response = await local.fetch(
        new Request(url, { method, headers: headers.toJSON(), body }),
      );
      return {
        request,
        status: response.status,
        headers: createHttpHeaders(Object.fromEntries(response.headers)),
        bodyAsText: await response.text(),
      };
    },
  };
  const scope = "https://management.azure.com/user_impersonation";
  return createAzureClient({ endpoint: origin, scope, httpClient, getToken: () => tokenOf(key) });
}

async function tokenOf(key: PersonaKey): Promise<string> {
  const { clientId, clientSecret } = personaOf(key);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: "https://management.azure.com/.default",
  });
  const url = `${origin}/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`;
  const answer = (await (await local.fetch(new Request(url, { method: "POST", body }))).json()) as {
    access_token: string;
  };
  return answer.access_token;
}

async function run(azure: AzureClient, plan: Parameters<typeof planSecretChain>[1], from?: string) {
  let statuses: ChainStatus[] = [];
  const result = await settled(
    runChain(planSecretChain(azure, plan), {
      signal,
      from,
      onChange: (next) => (statuses = next),
    }),
  );
  return { ...result, statuses, states: statuses.map(({ status }) => status) };
}

async function objectsOf(azure: AzureClient, instanceId: string): Promise<string[]> {
  const { providerClass } = await settled(readSecretSettings(azure, instanceId));
  return listObjects(providerClass?.properties.objects).map(({ objectName }) => objectName);
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
    const sync = await settled(azure.secretSyncs.get(secretSyncId(instanceId, "hub-creds")));
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
    const { failedAt, error } = await run(clientOf("admin"), { instanceId, draft: missing });
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
    await settled(saveVaultSecret(azure, vaultIds.gothenburg, name, body));
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

describe("two writers of one provider class", () => {
  const instanceId = instanceIds.stuttgart;
  it("both keep their entries, and everybody else's, when they write at once", async () => {
    const one = clientOf("admin");
    const other = clientOf("operator");
    const { providerClass } = await settled(readSecretSettings(one, instanceId));
    const id = providerClass?.id ?? "";
    const before = listObjects(providerClass?.properties.objects);

    await settled(
      Promise.all([
        ensureObjects(one, id, ["one-a", "one-b"], silent),
        ensureObjects(other, id, ["other-a"], silent),
      ]),
    );

    const after = await objectsOf(one, instanceId);
    expect(after.toSorted()).toEqual(
      [...before.map(({ objectName }) => objectName), "one-a", "one-b", "other-a"].sort(),
    );
  });

  it("merge again when another's older list has replaced theirs", async () => {
    const rival = clientOf("admin");
    const { providerClass } = await settled(readSecretSettings(rival, instanceId));
    if (providerClass === undefined) throw new Error("Stuttgart has no provider class.");
    const { id } = providerClass;
    const body = without(providerClass, "id", "name", "type", "systemData");
    let overwrites = 2;
    let hasWritten = false;
    const azure = clientOf("admin", async ({ method, url }) => {
      const isReadBack = hasWritten && method === "GET" && url.includes(`${id}?`);
      hasWritten = method === "PUT" || (hasWritten && !isReadBack);
      if (isReadBack && overwrites-- > 0) {
        await rival.secretProviderClasses.createOrReplace(id, body);
      }
    });
    const said: string[] = [];
    await settled(
      ensureObjects(azure, id, ["ours"], { signal, onProgress: (detail) => said.push(detail) }),
    );
    expect(said.join()).toContain("merging again");
    expect(await objectsOf(azure, instanceId)).toContain("ours");
  });
});

describe("removing a chain", () => {
  const instanceId = instanceIds.gothenburg;
  it("takes away what nobody else uses and keeps the rest", async () => {
    const azure = clientOf("admin");
    const shared = { ...draft, usernameSecretName: ghcrUser };
    await run(azure, { instanceId, draft: shared });
    const chain = await settled(findSecretChain(azure, instanceId, "hub-creds"));
    expect(chain).toMatchObject({
      secretNames: [ghcrUser, hubToken],
      unsharedNames: [hubToken],
      endpoints: [],
    });

    await settled(removeSecretChain(azure, secretToRemove(chain), silent));
    const after = await objectsOf(azure, instanceId);
    expect(after).toContain(ghcrUser);
    expect(after).not.toContain(hubToken);
    const gone = await settled(findSecretChain(azure, instanceId, "hub-creds"));
    expect(gone.secretSync).toBeUndefined();
    await settled(removeSecretChain(azure, secretToRemove(chain), silent));
  });

  it("names the endpoints that still refer to the secret", async () => {
    const chain = await settled(findSecretChain(clientOf("reader"), instanceId, "ghcr-pull"));
    expect(chain.secretSync?.name).toBe("ghcr-pull");
    expect(chain.secretNames).toEqual([ghcrUser, ghcrToken]);
    expect(chain.endpoints.length).toBeGreaterThan(0);
  });
});

function countPuts(): number {
  return local.requests().filter(({ method }) => method === "PUT").length;
}
