import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAzureClient } from "../../azure/create-azure-client";
import { idKey } from "../../azure/resource-id";
import { scriptedAzure, type ScriptedAnswer } from "../../azure/testing/scripted-azure";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import { createUsageReader } from "./usage-reader";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";
const OTHER = INSTANCE.replace("oslo", "bergen");

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/** The index has one user in all, of this endpoint of the first instance. */
const usedBy = (name: string): ScriptedAnswer => {
  const user = {
    id: `${INSTANCE}/akriConnectorTemplates/t`,
    name: "t",
    type: "microsoft.iotoperations/instances/akriconnectortemplates",
    registry: { registryEndpointRef: name },
  };
  return { body: { totalRecords: 1, count: 1, data: [user] } };
};
const refused: ScriptedAnswer = {
  status: 403,
  body: { error: { code: "AuthorizationFailed", message: "No." } },
};

function readerOn(
  instances: readonly string[],
  ...answers: Parameters<typeof scriptedAzure>[number][]
) {
  const { options, sent } = scriptedAzure(...answers);
  /** Names of the endpoints in use, and the instances that answered. */
  const known: unknown[] = [];
  const reader = createUsageReader({
    azure: createAzureClient(options),
    listInstanceIds: () => Promise.resolve(instances),
    onKnown: ({ users, answered }) =>
      known.push({ used: [...users.keys()].map(nameOf), answered: [...answered] }),
    onChange: () => undefined,
  });
  const untilRead = () =>
    inVirtualTime(vi.waitFor(() => expect(reader.reading()).toBe("read"), { timeout: 60_000 }));
  const settle = () => inVirtualTime(vi.advanceTimersByTimeAsync(1_000));
  return { reader, known, sent, untilRead, settle };
}

const nameOf = (id: string) => id.split("/").at(-1);
const ofIndex = (name: string) => ({ used: [name], answered: [idKey(INSTANCE)] });

test("is asked behind the rows, and again behind those of each refresh", async () => {
  const { reader, known, sent, settle, untilRead } = readerOn([INSTANCE], usedBy("a"), usedBy("b"));
  reader.onStatus("loading");
  reader.want(false);
  await settle();
  expect([sent, reader.reading()]).toEqual([[], "unread"]);
  reader.onStatus("ready");
  expect(reader.reading()).toBe("reading");
  await untilRead();
  expect(known).toEqual([ofIndex("a"), ofIndex("a")]);
  reader.want(false);
  await settle();
  expect(sent).toHaveLength(1);
  reader.onStatus("loading");
  reader.onStatus("ready");
  await untilRead();
  // What was known before stands until all is.
  expect(known.slice(2)).toEqual([ofIndex("b")]);
});

test("where it is urgent, the index is looked into beside the rows, once, and never before them", async () => {
  const { reader, known, sent, settle, untilRead } = readerOn(
    [INSTANCE],
    usedBy("a"),
    usedBy("b"),
    usedBy("c"),
  );
  reader.want(true);
  reader.onStatus("paused");
  await settle();
  expect(sent, "nothing is sent while the person has paused").toEqual([]);
  reader.onStatus("loading");
  await settle();
  reader.onStatus("loading");
  reader.want(true);
  await settle();
  expect([sent.length, reader.reading()]).toEqual([1, "unread"]);
  expect(known).toEqual([ofIndex("a")]);
  for (const status of ["failed", "loading", "stopped", "loading", "ready"] as const)
    reader.onStatus(status);
  await untilRead();
  expect(known.slice(1), "the whole is asked all the same").toEqual([ofIndex("b")]);
  reader.onStatus("loading");
  await settle();
  expect(sent).toHaveLength(2);
});

test("a look ahead that fails states nothing, and is made up for", async () => {
  const { reader, known, settle, untilRead } = readerOn([INSTANCE], refused, usedBy("b"));
  reader.want(true);
  reader.onStatus("loading");
  await settle();
  expect([known, reader.gaps(), reader.reading()]).toEqual([[], [], "unread"]);
  reader.onStatus("ready");
  await untilRead();
  expect(known).toEqual([ofIndex("b"), ofIndex("b")]);
  expect(reader.gaps()).toEqual([]);
});

test("a reading ends the one before, of which nothing is heard any more", async () => {
  const none: ScriptedAnswer = { body: { value: [] } };
  // The first has asked the index and is at the second instance when the rows were read anew.
  const during = (act: () => void) => () => {
    act();
    return usedBy("a");
  };
  const { reader, known, sent, untilRead, settle } = readerOn(
    [INSTANCE, OTHER],
    during(() => {
      reader.onStatus("loading");
      reader.onStatus("ready");
    }),
    usedBy("b"),
    none,
    none,
  );
  reader.want(false);
  reader.onStatus("ready");
  await untilRead();
  await settle();
  const whole = { used: ["b"], answered: [INSTANCE, OTHER].map(idKey) };
  expect(known).toEqual([ofIndex("b"), whole]);
  const asked = sent.filter(({ url }) => url.includes("/instances/bergen/"));
  expect(asked).toHaveLength(2);
});

test.each(["failed", "stopped", "paused"] as const)(
  "rows that were read once are enough where the next reading has %s",
  async (status) => {
    const { reader, sent, settle, untilRead } = readerOn([INSTANCE], usedBy("a"));
    for (const before of ["loading", "ready", "loading"] as const) reader.onStatus(before);
    reader.want(false);
    await settle();
    expect(sent).toEqual([]);
    reader.onStatus(status);
    await untilRead();
  },
);

test.each(["loading", "ready"] as const)(
  "nothing is heard of it once it is closed, nor asked: %s",
  async (status) => {
    const { reader, known, sent, settle } = readerOn([INSTANCE], () => {
      reader.close();
      return usedBy("a");
    });
    reader.want(true);
    reader.onStatus(status);
    await settle();
    reader.onStatus("loading");
    reader.onStatus("ready");
    await settle();
    expect([known, reader.gaps(), sent.length]).toEqual([[], [], 1]);
  },
);

test("what is wanted of a closed one first is not asked", async () => {
  const { reader, sent, settle } = readerOn([INSTANCE], usedBy("a"));
  reader.onStatus("ready");
  reader.close();
  reader.want(true);
  await settle();
  expect(sent).toEqual([]);
});
