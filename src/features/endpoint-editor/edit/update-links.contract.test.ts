import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../../emulator/entra/personas";
import { createLocalAzure } from "../../../../emulator/local-azure";
import { endpointIds } from "../../../../emulator/scenarios/contoso-names";
import { inVirtualTime, startVirtualTime } from "../../../azure/testing/virtual-time";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { runChain, type ChainLink } from "../../../lib/chain";
import type { EarlierAttempt } from "../../../queries/endpoint-writes";
import { writerOn } from "../../../queries/testing/writer-on";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import { ChangedMeanwhileError, DeletedMeanwhileError } from "./changed-meanwhile";
import { documentOf } from "../../../azure/iot-operations/endpoint-document";
import { updateLinks } from "./update-links";

const id = endpointIds.userIdentity;

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/** An edit of the host, as the form was filled from Azure. */
async function open() {
  const azure = createLocalAzure({ scenario: "contoso" });
  const writer = writerOn(azure, { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") });
  const base = await inVirtualTime(writer.azure.registryEndpoints.get(id));
  const body = {
    ...documentOf(base),
    properties: { ...documentOf(base).properties, host: "quay.io" },
  } as unknown as RegistryEndpointBody;
  const stored = () => {
    const resource = azure.store.get(id);
    if (resource === undefined) throw new Error("The scenario has no such endpoint.");
    return resource;
  };
  return {
    azure,
    puts: () => azure.requests().filter(({ method }) => method === "PUT").length,
    stored,
    change: (properties: object) => {
      const resource = stored();
      azure.store.put({ ...resource, properties: { ...resource.properties, ...properties } });
    },
    save: (secretLinks: ChainLink[] = [], earlier: EarlierAttempt = "none") => {
      const written: RegistryEndpoint[] = [];
      const log = {
        earlier,
        onSend: () => undefined,
        onFlight: () => undefined,
        onWritten: (endpoint?: RegistryEndpoint) => void (endpoint && written.push(endpoint)),
        onMake: () => undefined,
      };
      const links = updateLinks({ writer, base, body, secretLinks, log });
      const { signal } = new AbortController();
      return inVirtualTime(
        runChain(links, { signal }).then((outcome) => ({ ...outcome, written })),
      );
    },
  };
}

test("puts the whole document, once", async () => {
  const { save, puts, stored } = await open();
  const { failedAt, written } = await save();
  expect(failedAt).toBeUndefined();
  expect(puts()).toBe(1);
  expect(written[0]?.properties.host).toBe("quay.io");
  expect(stored().properties).toMatchObject({ host: "quay.io" });
});

test("sends nothing over what somebody else changed, and says what it is now", async () => {
  const { change, save, puts } = await open();
  change({ host: "ghcr.io" });
  const { failedAt, error } = await save();
  expect(failedAt).toBe("check");
  expect((error as ChangedMeanwhileError).theirs.properties.host).toBe("ghcr.io");
  expect(puts()).toBe(0);
});

test("looks again right before the PUT, since the secret takes its time", async () => {
  const { change, save, puts } = await open();
  const meanwhile = {
    id: "secret",
    title: "Secret",
    run: () => Promise.resolve(change({ host: "ghcr.io" })),
  };
  const { failedAt, error } = await save([meanwhile]);
  expect(failedAt).toBe(ENDPOINT_LINK);
  expect(error).toBeInstanceOf(ChangedMeanwhileError);
  expect(puts()).toBe(0);
});

test("does not take the same change by somebody else for one to ask about", async () => {
  const { change, save } = await open();
  change({ host: "quay.io" });
  expect((await save()).failedAt).toBeUndefined();
});

test("does not create anew what was deleted meanwhile", async () => {
  const { azure, save, puts } = await open();
  azure.store.delete(id);
  const { failedAt, error } = await save();
  expect(failedAt).toBe("check");
  expect(error).toBeInstanceOf(DeletedMeanwhileError);
  expect(puts()).toBe(0);
});

test.each(["unanswered", "ended"] as const)(
  "follows what an attempt that %s has put already, and sends nothing",
  async (earlier) => {
    const { change, save, puts } = await open();
    change({ host: "quay.io" });
    const { failedAt, written } = await save([], earlier);
    expect(failedAt).toBeUndefined();
    expect(written[0]?.properties.host).toBe("quay.io");
    expect(puts()).toBe(0);
  },
);
