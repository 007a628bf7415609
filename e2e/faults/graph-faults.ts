import { instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { listed, openList, refreshList } from "./acts";
import type { FaultRow } from "./fault-row";

const RESOURCE_GRAPH = /\/Microsoft\.ResourceGraph\/resources\?/;
const LIMIT_HIT = "x-ms-tenant-subscription-limit-hit";

interface GraphRequest {
  query: string;
  subscriptions?: string[];
  options: { $top?: number; $skipToken?: string };
}

export const graphFaults: FaultRow[] = [
  {
    id: "G1",
    fault: "Resource Graph searches a part of the subscriptions only",
    intent: "list",
    play: async (stage) => {
      const { page } = stage;
      const asked: GraphRequest[] = [];
      await page.route(RESOURCE_GRAPH, async (route) => {
        asked.push(route.request().postDataJSON() as GraphRequest);
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), [LIMIT_HIT]: "true" } });
      });
      await openList(stage);
      // Once more with every subscription by name, before anybody is told.
      const counts = asked
        .filter(({ query }) => query.includes("registryendpoints"))
        .map(({ subscriptions }) => subscriptions?.length ?? 0);
      expect(counts).toHaveLength(2);
      expect(counts[0]).toBe(0);
      expect(counts[1]).toBeGreaterThan(1);
    },
    writes: 0,
    failure: {
      says: [/The list is not complete/, /searched only the first 10,000 subscriptions/],
      nextStep: /^Refresh$/,
      hasCorrelationId: false,
    },
  },
  {
    id: "G2",
    fault: "an endpoint goes while the pages are read",
    intent: "list",
    play: async (stage) => {
      const { page, azure } = stage;
      await azure.settings({ graph: { lagMs: 0 } });
      let isGone = false;
      await page.route(RESOURCE_GRAPH, async (route) => {
        const body = route.request().postDataJSON() as GraphRequest;
        if (!isGone && body.query.includes("registryendpoints") && body.options.$skipToken) {
          isGone = true;
          await azure.changeStore({ delete: [`${instanceIds.gdansk}/registryEndpoints/default`] });
        }
        await route.continue({
          postData: JSON.stringify({ ...body, options: { ...body.options, $top: 5 } }),
        });
      });
      await openList(stage);
      const main = page.getByRole("main");
      await expect(main).toContainText(/counted \d+ and returned \d+: resources changed/);
      await refreshList(stage);
      await expect(main).not.toContainText("resources changed");
      await expect(page.getByRole("link", { name: listed.name })).toBeVisible();
    },
    writes: 0,
    hides: [/not complete/],
  },
  {
    id: "G3",
    fault: "the index shows an endpoint that is gone",
    intent: "list",
    play: async (stage) => {
      const { page, azure } = stage;
      await azure.settings({ graph: { lagMs: "Infinity" } });
      await azure.changeStore({ delete: [listed.id] });
      await openList(stage);
      await page.getByRole("link", { name: listed.name }).click();
      await expect(page.getByRole("main")).toContainText("This registry endpoint has been deleted");
      await page.goBack();
      await expect(page.getByRole("main")).toContainText("Nothing matches");
      await refreshList(stage);
      await expect(page.getByRole("button", { name: "Refresh" })).toBeEnabled();
      await expect(page.getByRole("link", { name: listed.name })).toHaveCount(0);
    },
    writes: 0,
    shows: [/Nothing matches/],
  },
];
