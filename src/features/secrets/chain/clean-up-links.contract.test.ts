import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../../emulator/entra/personas";
import { createLocalAzure } from "../../../../emulator/local-azure";
import {
  gothenburgSecrets,
  instanceIds,
  vaultIds,
} from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { createAzureClient } from "../../../azure/create-azure-client";
import { inProcessAzure } from "../../../azure/testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import { runChain, type ChainLink } from "../../../lib/chain";
import { listObjects } from "../../../lib/secret-provider-objects";
import { readSecretSettings } from "../../../queries/secret-sync";
import { emptyArtifactSecretDraft } from "../artifact-secret-draft";
import { cleanUpLinks } from "./clean-up-links";
import { planSecretChain } from "./plan-secret-chain";

const instanceId = instanceIds.gothenburg;
const [, hubToken, ghcrUser] = gothenburgSecrets.usable;
const secretId = `${vaultIds.gothenburg}/secrets/${hubToken}`;
const made = { secretSync: false, entries: [] as string[] };

let azure: AzureClient;
vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  startVirtualTime();
  const local = createLocalAzure();
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  azure = createAzureClient(inProcessAzure((request) => local.fetch(request), credential));
});
afterEach(() => vi.useRealTimers());

function run(links: ChainLink[]) {
  return inVirtualTime(runChain(links, { signal: new AbortController().signal }));
}

/** Makes a synced secret of one entry that the provider class has and one that it has not. */
async function chainMade() {
  let noted = made;
  const draft = {
    ...emptyArtifactSecretDraft,
    usernameSecretName: ghcrUser,
    passwordSecretName: hubToken,
    syncedSecretName: "hub-creds",
  };
  const onMake = (more: Partial<typeof made>) => {
    noted = { ...noted, ...more };
  };
  expect(await run(planSecretChain(azure, { instanceId, draft, onMake }))).toEqual({});
  return noted;
}

async function entries(): Promise<string[]> {
  const { providerClass } = await inVirtualTime(readSecretSettings(azure, instanceId));
  return listObjects(providerClass?.properties.objects).map(({ path }) => path);
}

async function isEnabled(): Promise<boolean | undefined> {
  const { properties } = await inVirtualTime(azure.vaultSecrets.get(secretId));
  return properties.attributes?.enabled;
}

test("takes back what the chain made, and nothing that was there before", async () => {
  const noted = await chainMade();
  expect(noted).toEqual({ secretSync: true, entries: [hubToken] });
  const links = cleanUpLinks(azure, {
    instanceId,
    secretRef: "hub-creds",
    vaultSecrets: [secretId],
    ...noted,
  });
  expect(await run(links)).toEqual({});
  expect(await entries()).toContain(ghcrUser);
  expect(await entries()).not.toContain(hubToken);
  expect(await isEnabled()).toBe(false);
  expect(await run(links)).toEqual({});
});

test("keeps what another secret sync maps by then", async () => {
  await chainMade();
  const links = cleanUpLinks(azure, {
    instanceId,
    secretRef: "hub-creds",
    secretSync: false,
    entries: [hubToken],
    vaultSecrets: [secretId],
  });
  expect(await run(links)).toEqual({});
  expect(await entries()).toContain(hubToken);
  expect(await isEnabled()).toBe(true);
});
