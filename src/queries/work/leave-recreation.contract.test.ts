import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { endpointIds } from "../../../emulator/scenarios/contoso-names";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import type { RegistryEndpointBody } from "../../azure/iot-operations/registry-endpoint";
import { deleteAll, signInTo } from "../bulk-deletion/testing/bulk-world";
import type { EndpointWriter } from "../endpoint-writes";
import { writerOn } from "../testing/writer-on";
import { leaveRecreation } from "./leave-recreation";
import { recreationLink } from "./recreation-link";
import type { Browser } from "./testing/browser";
import type { WorkLog, WorkStore } from "./work";
import type { WorkRecord } from "./work-record";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/** A page that follows what an earlier one of its tab has begun. */
function followIn(store: WorkStore, writer: EndpointWriter) {
  const linksOf = ({ id, body }: WorkRecord) => {
    if (body === undefined) throw new Error(`${id} was not kept.`);
    return Promise.resolve((log: WorkLog) => [recreationLink(writer, { id, body }, log)]);
  };
  store.onEnd((end) => {
    if (end.status === "failed") void leaveRecreation(store, end, linksOf);
  });
  store.follow(linksOf);
}

const id = endpointIds.userIdentity;

/** A page was reloaded right before it could send what it was to create again. */
async function reloadWhileCreatingAgain() {
  const azure = createLocalAzure({ scenario: "contoso" });
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const world = signInTo(azure, credential);
  const [row] = (await deleteAll(world.bulk, [id])).rows;
  const body = row?.document as unknown as RegistryEndpointBody;
  const run = () => new Promise<never>(() => undefined);
  world.tab.store.start({ id, kind: "create", isBulk: true, body }, () => [
    { id: "endpoint", title: "Create", run },
  ]);
  await vi.advanceTimersByTimeAsync(10);
  world.tab.close();
  return { ...world, signedIn: writerOn(azure, credential) };
}

/** Lets time pass until so much of a page's work has ended, and what follows from it. */
async function ended(tab: ReturnType<Browser["open"]>, count: number) {
  const all = new Promise<void>((resolve) => {
    tab.store.onEnd(() => tab.ends.length === count && resolve());
  });
  await inVirtualTime(all);
  await vi.advanceTimersByTimeAsync(10);
  return tab.ends;
}

test("what waits for the sign-in is kept, and the next page creates it again", async () => {
  const { azure, browser, writer, signedIn, expire } = await reloadWhileCreatingAgain();
  expire();
  const next = browser.open("tab");
  followIn(next.store, writer);
  const [end] = await ended(next, 1);
  expect(end?.record.failure?.code).toBe("SignInRequired");
  expect(browser.entries.size).toBe(1);
  next.close();
  const last = browser.open("tab");
  followIn(last.store, signedIn);
  expect((await ended(last, 2)).map(({ status }) => status)).toEqual(["failed", "done"]);
  expect(azure.store.get(id)).toBeDefined();
  expect(browser.entries.size).toBe(0);
});

test("what Azure refuses is forgotten", async () => {
  const { azure, browser, signedIn } = await reloadWhileCreatingAgain();
  azure.faults.add({ match: { method: "PUT" }, effect: { status: 403 } });
  const next = browser.open("tab");
  followIn(next.store, signedIn);
  expect((await ended(next, 1)).map(({ status }) => status)).toEqual(["failed"]);
  expect(browser.entries.size).toBe(0);
});
