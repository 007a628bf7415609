import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../../emulator/entra/personas";
import { createLocalAzure, type LocalAzure } from "../../../../emulator/local-azure";
import { instanceIds } from "../../../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../../../azure/client";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import { addObjects, listObjects, removeObjects } from "../../../lib/secret-provider-objects";
import { without } from "../../../lib/without";
import { readSecretSettings } from "../../../queries/secret-sync";
import { dropObjects, ensureObjects } from "./provider-class-objects";
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

  it("each get their own way when one adds and the other removes at once", async () => {
    const one = clientOf("admin");
    const { id, names } = await startingWith(one, ["keep", "unwanted"]);
    await inVirtualTime(
      Promise.all([
        ensureObjects(one, id, ["ours"], silent),
        dropObjects(clientOf("operator"), id, ["unwanted"], silent),
      ]),
    );
    expect(await objectsOf(one, instanceId)).toEqual([...names, "keep", "ours"]);
  });

  it("merge again when another's older list has replaced theirs", async () => {
    const { id, objects, names } = await startingWith(clientOf("admin"), ["keep"]);
    const azure = interrupted(id, [objects, addObjects(objects, ["theirs"])]);
    const said: string[] = [];
    await inVirtualTime(
      ensureObjects(azure, id, ["ours"], { signal, onProgress: (detail) => said.push(detail) }),
    );
    expect(said.join()).toContain("merging again");
    expect(await objectsOf(azure, instanceId)).toEqual([...names, "keep", "theirs", "ours"]);
  });

  it.each([
    ["after ours", true],
    ["over ours", false],
  ])("leave out what another has taken out %s", async (_, hasSeenOurs) => {
    const { id, objects, names } = await startingWith(clientOf("admin"), ["keep", "unwanted"]);
    const seen = hasSeenOurs ? addObjects(objects, ["ours"]) : objects;
    const azure = interrupted(id, [removeObjects(seen, ["unwanted"])]);
    await inVirtualTime(ensureObjects(azure, id, ["ours"], silent));
    expect(await objectsOf(azure, instanceId)).toEqual([...names, "keep", "ours"]);
  });

  /** Lists more in the provider class; answers its id, the text of its list, and what was in it before. */
  async function startingWith(azure: AzureClient, more: string[]) {
    const names = await objectsOf(azure, instanceId);
    const id = (await inVirtualTime(readSecretSettings(azure, instanceId))).providerClassId ?? "";
    await inVirtualTime(ensureObjects(azure, id, more, silent));
    const { properties } = await inVirtualTime(azure.secretProviderClasses.get(id));
    return { id, objects: properties.objects ?? "", names };
  }

  /** A client before each of whose first reads after a write another writer puts the next of these lists. */
  function interrupted(id: string, lists: string[]): AzureClient {
    const rival = clientOf("admin");
    let hasWritten = false;
    return clientOf("admin", async ({ method, url }) => {
      const isReadBack = hasWritten && method === "GET" && url.includes(`${id}?`);
      hasWritten = method === "PUT" || (hasWritten && !isReadBack);
      const objects = isReadBack ? lists.shift() : undefined;
      if (objects === undefined) return;
      const current = await rival.secretProviderClasses.get(id);
      const body = without(current, "id", "name", "type", "systemData");
      await rival.secretProviderClasses.createOrReplace(id, {
        ...body,
        properties: { ...without(body.properties, "provisioningState"), objects },
      });
    });
  }
});
