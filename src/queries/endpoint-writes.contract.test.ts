import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { endpointIds } from "../../emulator/scenarios/contoso-names";
import { inVirtualTime, startVirtualTime } from "../azure/testing/virtual-time";
import { deleteEndpoint } from "./endpoint-writes";
import { writerOn } from "./testing/writer-on";

const id = endpointIds.userIdentity;

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn() {
  const azure = createLocalAzure({ scenario: "contoso" });
  const writer = writerOn(azure, { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") });
  const deletions = () => azure.requests().filter(({ method }) => method === "DELETE");
  return { azure, writer, deletions };
}

test("a deletion that was given up is followed while Azure is at it, not sent again", async () => {
  const { azure, writer, deletions } = signIn();
  const endpoint = azure.store.get(id);
  if (endpoint === undefined) throw new Error("The scenario has no such endpoint.");
  const properties = { ...endpoint.properties, provisioningState: "Deleting" };
  azure.store.put({ ...endpoint, properties });
  setTimeout(() => azure.store.delete(id), 5_000);
  await inVirtualTime(deleteEndpoint(writer, { id, earlier: "ended", onSend: () => undefined }));
  expect(deletions()).toEqual([]);
  expect(azure.store.get(id)).toBeUndefined();
});

test("a deletion that failed is sent again", async () => {
  const { azure, writer, deletions } = signIn();
  await inVirtualTime(deleteEndpoint(writer, { id, earlier: "ended", onSend: () => undefined }));
  expect(deletions()).toHaveLength(1);
  expect(azure.store.get(id)).toBeUndefined();
});
