import { expect } from "../fixtures";
import {
  ENDPOINT,
  GRAPH,
  createdId,
  fillWizard,
  listed,
  listedRow,
  openList,
  pressCreate,
  pressRetry,
  refreshList,
  waitForCreated,
  waitForFailure,
} from "./acts";
import type { FaultRow } from "./fault-row";
import { expectFailure } from "./oracles";

const PUT = `PUT ${ENDPOINT}`;

export const transportFaults: FaultRow[] = [
  {
    id: "E1",
    fault: "connections end before a query is answered and before the PUT is applied",
    intent: "create",
    play: async (stage) => {
      const { azure } = stage;
      const effect = { reset: "before" };
      await azure.fault({ match: { operation: GRAPH }, count: 1, effect });
      await fillWizard(stage);
      // Every time: the browser sends once more by itself, the portal once more after it has read.
      await azure.fault({ match: { operation: PUT }, effect });
      await pressCreate(stage);
      await waitForFailure(stage);
      await expectFailure(
        { says: [/could not be reached/], applied: "unknown", nextStep: /^Retry$/ },
        stage,
      );
      const missing = await azure.arm("admin", "GET", createdId, "2026-07-01");
      expect(missing.status).toBe(404);
      await azure.clearFaults();
      await pressRetry(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "E2",
    fault: "the connection ends after the PUT was applied",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({ match: { operation: PUT }, count: 1, effect: { reset: "after" } });
      await pressCreate(stage);
      await waitForCreated(stage);
    },
    writes: 1,
    unanswered: 1,
  },
  {
    id: "E3",
    fault: "an answer is cut off in the middle",
    intent: "list",
    play: async (stage) => {
      await stage.azure.fault({
        match: { operation: GRAPH },
        count: 1,
        effect: { truncateBody: "json" },
      });
      await openList(stage);
    },
    writes: 0,
  },
  {
    id: "E4",
    fault: "a proxy answers 200 with a page",
    intent: "list",
    play: async (stage) => {
      await stage.azure.fault({
        // A proxy stands before all of Azure, not before Resource Graph alone.
        match: { path: "api-version=" },
        effect: {
          contentType: "text/html",
          body: "<html><body><h1>Welcome to Hotel Wi-Fi</h1><script>window.hit = 1</script></body></html>",
        },
      });
      await stage.openAs("admin", `/endpoints?q=${listed.name}`);
      await expect(stage.page.getByRole("button", { name: "Try again" })).toBeVisible();
      expect(await stage.page.evaluate(() => "hit" in window)).toBe(false);
    },
    writes: 0,
    hides: [/Welcome to Hotel/],
    isListed: false,
    failure: {
      says: [/network sign-in page/],
      applied: "read",
      nextStep: /^Try again$/,
      hasCorrelationId: false,
      leadsTo: (stage) => expect(listedRow(stage)).toBeVisible(),
    },
  },
  {
    id: "E6",
    fault: "offline, then online again",
    intent: "list",
    play: async (stage) => {
      await openList(stage);
      // All of it is here: nothing is under way that would keep from refreshing.
      await expect(stage.page.getByRole("button", { name: "Refresh", exact: true })).toBeEnabled();
      await stage.context.setOffline(true);
      await expect(stage.page.getByText("You are offline.")).toBeVisible();
      await expect(stage.page.getByRole("link", { name: listed.name })).toBeVisible();
      await refreshList(stage);
      await stage.context.setOffline(false);
      await expect(stage.page.getByText("You are offline.")).toBeHidden();
      await expect(stage.page.getByRole("link", { name: listed.name })).toBeVisible();
    },
    writes: 0,
    hides: [/You are offline/],
  },
  {
    id: "E7",
    fault: "the browser may read no header of Azure's, which throttles",
    intent: "create",
    play: async (stage) => {
      const { azure } = stage;
      await azure.settings({ exposeHeaders: "none" });
      await fillWizard(stage);
      const throttled = { status: 429, headers: { "Retry-After": "1" } };
      await azure.fault({ match: { operation: PUT }, count: 1, effect: throttled });
      await pressCreate(stage);
      await waitForCreated(stage);
      const puts = await azure.requestsTo("PUT", /registryEndpoints/);
      expect(puts.map(({ status }) => status)).toEqual([429, 201]);
    },
    writes: 1,
    hasHiddenHeaders: true,
    // As long as where nothing is said.
    spacing: { path: /registryEndpoints/, afterStatus: 429, atLeastMs: 1_000 },
  },
];
