import { expect } from "../fixtures";
import {
  ENDPOINT,
  GRAPH,
  fillWizard,
  listedRow,
  openList,
  openScrolledList,
  passTime,
  pressCreate,
  refreshList,
  slowDownNote,
  unavailableNote,
  untilAnswered,
  waitForCreated,
} from "./acts";
import type { FaultRow, Stage } from "./fault-row";
import { waitsAfter } from "./oracles";

/** What a page of the list asks Resource Graph: the instances and the endpoints, at once. */
const QUERIES_AT_ONCE = 2;
const RESOURCE_GRAPH = /ResourceGraph/;

const rowIsShown = (stage: Stage) => expect(listedRow(stage)).toBeVisible();

/** Throttles the next queries of a list that is shown, so often for each. */
async function refreshThrottled(
  stage: Stage,
  times: number,
  refusal: { status: number; headers?: Record<string, string> },
  open: (stage: Stage) => Promise<unknown> = openList,
): Promise<void> {
  await stage.page.clock.install();
  await open(stage);
  await stage.azure.fault({
    match: { operation: GRAPH },
    count: times * QUERIES_AT_ONCE,
    effect: refusal,
  });
  await refreshList(stage);
}

export const throttlingFaults: FaultRow[] = [
  {
    id: "D1",
    fault: "429 with Retry-After while the list is refreshed",
    intent: "list",
    play: async (stage) => {
      let expectSameSight = () => Promise.resolve();
      const refusal = { status: 429, headers: { "Retry-After": "7" } };
      await refreshThrottled(stage, 1, refusal, async () => {
        expectSameSight = await openScrolledList(stage);
      });
      await expect(slowDownNote(stage)).toContainText(
        /Lists and searches go on at \d\d:\d\d:\d\d \(in \d s\)\./,
      );
      const told = () => stage.announcements.filter((text) => /asked to slow down/.test(text));
      await expect.poll(told).toHaveLength(1);
      await passTime(stage, 6_000);
      await passTime(stage, 1_500);
      await expect(slowDownNote(stage)).toHaveCount(0);
      await expectSameSight();
    },
    writes: 0,
    hides: [/could not be refreshed/],
    spacing: { path: RESOURCE_GRAPH, afterStatus: 429, atLeastMs: 7_000 },
  },
  {
    id: "D2",
    fault: "429 without Retry-After, three times",
    intent: "list",
    play: async (stage) => {
      await refreshThrottled(stage, 3, { status: 429 });
      for (const [at, second] of [1, 2, 4].entries()) {
        await untilAnswered(stage, 429, (at + 1) * QUERIES_AT_ONCE);
        // Up to shortly before the wait is over, then past what is added to it at random.
        await passTime(stage, second * 1_000 - 200);
        await passTime(stage, second * 250 + 300);
      }
      await expect(slowDownNote(stage)).toHaveCount(0);
      await rowIsShown(stage);
      const queries = await stage.azure.requestsTo("POST", RESOURCE_GRAPH);
      const waits = waitsAfter(queries, 429).sort((one, other) => one - other);
      expect(waits).toHaveLength(3 * QUERIES_AT_ONCE);
      expect(waits[QUERIES_AT_ONCE]).toBeGreaterThanOrEqual(2_000);
      expect(waits[2 * QUERIES_AT_ONCE]).toBeGreaterThanOrEqual(4_000);
    },
    writes: 0,
    hides: [/could not be refreshed/],
    spacing: { path: RESOURCE_GRAPH, afterStatus: 429, atLeastMs: 1_000 },
  },
  {
    id: "D3",
    fault: "Resource Graph's quota is used up",
    intent: "list",
    play: async (stage) => {
      await stage.page.clock.install();
      await stage.azure.settings({ graph: { quota: QUERIES_AT_ONCE } });
      await openList(stage);
      await refreshList(stage);
      await expect(slowDownNote(stage)).toContainText("Lists and searches go on at");
      await rowIsShown(stage);
      await passTime(stage, 5_000);
      await expect(slowDownNote(stage)).toHaveCount(0);
      const statuses = async () =>
        (await stage.azure.requestsTo("POST", RESOURCE_GRAPH)).map(({ status }) => status);
      await expect.poll(statuses).toEqual([200, 200, 200, 200]);
    },
    writes: 0,
  },
  {
    id: "D4",
    fault: "429 with Retry-After for the PUT",
    intent: "create",
    play: async (stage) => {
      await stage.page.clock.install();
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: `PUT ${ENDPOINT}` },
        count: 1,
        effect: { status: 429, headers: { "Retry-After": "20" } },
      });
      await pressCreate(stage);
      await expect(slowDownNote(stage)).toContainText("Changes go on at");
      await passTime(stage, 19_000);
      await passTime(stage, 1_500);
      await waitForCreated(stage);
      const puts = await stage.azure.requestsTo("PUT", /registryEndpoints/);
      expect(puts.map(({ status }) => status)).toEqual([429, 201]);
      expect(puts[1]?.body).toBe(puts[0]?.body);
    },
    writes: 1,
    spacing: { path: /registryEndpoints/, afterStatus: 429, atLeastMs: 20_000 },
  },
  {
    id: "D6",
    fault: "503 for a minute, with Retry-After",
    intent: "list",
    play: async (stage) => {
      await refreshThrottled(stage, 2, { status: 503, headers: { "Retry-After": "30" } });
      for (const refusals of [1, 2]) {
        await untilAnswered(stage, 503, refusals * QUERIES_AT_ONCE);
        await expect(unavailableNote(stage)).toContainText("Lists and searches go on at");
        await expect(slowDownNote(stage)).toHaveCount(0);
        await rowIsShown(stage);
        await passTime(stage, 29_000);
        await passTime(stage, 1_500);
      }
      await expect(unavailableNote(stage)).toHaveCount(0);
      await rowIsShown(stage);
    },
    writes: 0,
    hides: [/could not be refreshed/],
    spacing: { path: RESOURCE_GRAPH, afterStatus: 503, atLeastMs: 30_000 },
  },
];
