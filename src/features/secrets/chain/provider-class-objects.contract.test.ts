import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../../emulator/entra/personas";
import { createLocalAzure, type LocalAzure } from "../../../../emulator/local-azure";
import { instanceIds } from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import { listObjects } from "../../../lib/secret-provider-objects";
import { without } from "../../../lib/without";
import { readSecretSettings } from "../../../queries/secret-sync";
import { ensureObjects } from "./provider-class-objects";
import { clientOn, objectsOf, signal, silent } from "./testing/chain-runs";

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

function clientOf(key: PersonaKey, beforeSend?: (request: Request) => Promise<void>): AzureClient {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf(key) };
  return clientOn((request) => local.fetch(request), credential, beforeSend);
}

describe("two writers of one provider class", () => {
  const instanceId = instanceIds.stuttgart;
  it("both keep their entries, and everybody else's, when they write at once", async () => {
    const one = clientOf("admin");
    const other = clientOf("operator");
    const { providerClass } = await inVirtualTime(readSecretSettings(one, instanceId));
    const id = providerClass?.id ?? "";
    const before = listObjects(providerClass?.properties.objects);

    await inVirtualTime(
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
    const { providerClass } = await inVirtualTime(readSecretSettings(rival, instanceId));
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
    await inVirtualTime(
      ensureObjects(azure, id, ["ours"], { signal, onProgress: (detail) => said.push(detail) }),
    );
    expect(said.join()).toContain("merging again");
    expect(await objectsOf(azure, instanceId)).toContain("ours");
  });
});
