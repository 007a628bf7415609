import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../../emulator/entra/personas";
import { createLocalAzure, type LocalAzure } from "../../../../emulator/local-azure";
import { gothenburgSecrets, instanceIds } from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import { without } from "../../../lib/without";
import { secretSyncId } from "../../../queries/secret-sync";
import { emptyArtifactSecretDraft, type ArtifactSecretDraft } from "../artifact-secret-draft";
import { findSecretChain } from "./find-secret-chain";
import { removeSecretChain, secretToRemove } from "./remove-secret-chain";
import { clientOn, objectsOf, run, signal, silent } from "./testing/chain-runs";

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

describe("removing a chain", () => {
  const instanceId = instanceIds.gothenburg;
  it("takes away what nobody else uses and keeps the rest", async () => {
    const azure = clientOf("admin");
    const shared = { ...draft, usernameSecretName: ghcrUser };
    await run(azure, { instanceId, draft: shared });
    const chain = await inVirtualTime(findSecretChain(azure, instanceId, "hub-creds"));
    expect(chain).toMatchObject({
      secretNames: [ghcrUser, hubToken],
      listedNames: [ghcrUser, hubToken],
      unsharedNames: [hubToken],
      endpoints: [],
    });

    await inVirtualTime(removeSecretChain(azure, secretToRemove(chain), silent));
    const after = await objectsOf(azure, instanceId);
    expect(after).toContain(ghcrUser);
    expect(after).not.toContain(hubToken);
    const gone = await inVirtualTime(findSecretChain(azure, instanceId, "hub-creds"));
    expect(gone.secretSync).toBeUndefined();
    await inVirtualTime(removeSecretChain(azure, secretToRemove(chain), silent));
  });

  it("keeps what a secret sync in another resource group maps", async () => {
    const azure = clientOf("admin");
    await run(azure, { instanceId, draft });
    const made = await inVirtualTime(azure.secretSyncs.get(secretSyncId(instanceId, "hub-creds")));
    const body = without(made, "id", "name", "type", "systemData");
    const elsewhere = secretSyncId(instanceIds.stuttgart, "hub-too");
    const objectSecretMapping = [{ sourcePath: hubToken, targetKey: "token" }];
    await inVirtualTime(
      azure.secretSyncs.createOrReplace(elsewhere, {
        ...body,
        properties: {
          ...without(body.properties, "provisioningState", "status"),
          objectSecretMapping,
        },
      }),
    );
    local.clock.advance(60_000);

    const chain = await inVirtualTime(findSecretChain(azure, instanceId, "hub-creds"));
    expect(chain).toMatchObject({ unsharedNames: [hubUser], incomplete: undefined });
    await inVirtualTime(removeSecretChain(azure, secretToRemove(chain), silent));
    const after = await objectsOf(azure, instanceId);
    expect(after).toContain(hubToken);
    expect(after).not.toContain(hubUser);
  });

  it("keeps every entry, and says why, where other resource groups cannot be searched", async () => {
    const azure = clientOf("admin");
    await run(azure, { instanceId, draft });
    local.faults.add({
      match: { method: "POST", path: "Microsoft.ResourceGraph" },
      effect: { status: 403, error: { code: "AuthorizationFailed", message: "No." } },
    });
    const chain = await inVirtualTime(findSecretChain(azure, instanceId, "hub-creds"));
    expect(chain.unsharedNames).toEqual([]);
    expect(chain.incomplete).toMatch(/^Only rg-.* could be searched for secret syncs\. No\./);
    const said: string[] = [];
    const onProgress = (detail: string) => said.push(detail);
    await inVirtualTime(removeSecretChain(azure, secretToRemove(chain), { signal, onProgress }));
    expect(said.at(-1)).toContain(`${hubUser}, ${hubToken} stayed in the provider class: Only rg-`);
    expect(await objectsOf(azure, instanceId)).toEqual(expect.arrayContaining([hubUser, hubToken]));
  });

  it("tells what the provider class does not list apart from what others map", async () => {
    const azure = clientOf("admin");
    const chain = await inVirtualTime(findSecretChain(azure, instanceIds.monterrey, "ecr-pull"));
    expect(chain).toMatchObject({
      secretNames: ["ecr-username", "ecr-token"],
      listedNames: [],
      unsharedNames: [],
      incomplete: undefined,
    });
  });

  it("names the endpoints that still refer to the secret", async () => {
    const chain = await inVirtualTime(findSecretChain(clientOf("reader"), instanceId, "ghcr-pull"));
    expect(chain.secretSync?.name).toBe("ghcr-pull");
    expect(chain.secretNames).toEqual([ghcrUser, ghcrToken]);
    expect(chain.endpoints.length).toBeGreaterThan(0);
  });
});
