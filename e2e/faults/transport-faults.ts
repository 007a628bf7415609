import { expect } from "../fixtures";
import {
  ENDPOINT,
  GRAPH,
  fillWizard,
  listed,
  openList,
  pressCreate,
  refreshList,
  waitForCreated,
} from "./acts";
import type { FaultRow } from "./fault-row";

const PUT = `PUT ${ENDPOINT}`;

export const transportFaults: FaultRow[] = [
  {
    id: "E1",
    fault: "the connection ends before the PUT is applied",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({ match: { operation: PUT }, count: 1, effect: { reset: "before" } });
      await pressCreate(stage);
      const retry = stage.page.getByRole("button", { name: "Retry", exact: true });
      const created = stage.page.getByRole("button", { name: "Go to endpoint" });
      await expect(retry.or(created)).toBeVisible({ timeout: 60_000 });
      if (await retry.isVisible()) await retry.click();
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
    failure: { says: [/network sign-in page/], nextStep: /^Try again$/, hasCorrelationId: false },
  },
  {
    id: "E6",
    fault: "offline, then online again",
    intent: "list",
    play: async (stage) => {
      await openList(stage);
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
    fault: "the browser may read no header of Azure's",
    intent: "create",
    play: async (stage) => {
      await stage.azure.settings({ exposeHeaders: "none" });
      await fillWizard(stage);
      await pressCreate(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
];
