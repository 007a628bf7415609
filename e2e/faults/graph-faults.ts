import { instanceIds, subscriptionIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { GRAPH, listed, openList, refreshList, untilComplete } from "./acts";
import type { FaultRow, Stage } from "./fault-row";

/** The query for every endpoint, and a later page of it. */
const ENDPOINTS = "registryendpoints";
const LATER_PAGE = `${ENDPOINTS}[^]*extendedLocation[^]*skipToken`;

/** How many subscriptions each query for endpoints named. */
async function namedSubscriptions({ azure }: Stage): Promise<number[]> {
  const queries = await azure.requestsTo("POST", /\/Microsoft\.ResourceGraph\/resources\?/);
  return queries
    .map(({ body = "{}" }) => JSON.parse(body) as { query: string; subscriptions?: string[] })
    .filter(({ query }) => query.includes(ENDPOINTS))
    .map(({ subscriptions }) => subscriptions?.length ?? 0);
}

export const graphFaults: FaultRow[] = [
  {
    id: "G1",
    fault: "Resource Graph searches a part of the subscriptions only",
    intent: "list",
    play: async (stage) => {
      const { page, azure } = stage;
      await azure.settings({ graph: { lagMs: 0, subscriptionLimit: 1 } });
      const { body } = await azure.arm("admin", "GET", listed.id, "2026-07-01");
      const name = `${listed.name}-west`;
      const id = `${instanceIds.austin}/registryEndpoints/${name}`;
      await azure.changeStore({ put: [{ ...(body as object), id, name }] });
      await openList(stage);
      // Once more with every subscription by name: what the first query did not search is there.
      await expect(page.getByRole("link", { name })).toBeVisible();
      expect(await namedSubscriptions(stage)).toEqual([0, Object.keys(subscriptionIds).length]);
    },
    writes: 0,
    failure: {
      // The instances are not: of those that no query shows, none is asked for its endpoints.
      says: [/The list may not be complete/, /searched only the first 10,000 subscriptions/],
      applied: "read",
      nextStep: /^Refresh$/,
      mend: ({ azure }) => azure.settings({ graph: { subscriptionLimit: 10_000 } }),
      leadsTo: untilComplete,
      hasCorrelationId: false,
    },
  },
  {
    id: "G2",
    fault: "an endpoint goes while the pages are read",
    intent: "list",
    play: async (stage) => {
      const { page, azure } = stage;
      // Three pages: what is shifted is read once more, which is shifted again.
      await azure.settings({ graph: { lagMs: 0, pageSize: 25 } });
      for (const [skip, instance] of [instanceIds.gdansk, instanceIds.lyon].entries()) {
        await azure.fault({
          match: { operation: GRAPH, body: LATER_PAGE },
          skip: 2 * skip,
          count: 1,
          effect: { delete: [`${instance}/registryEndpoints/default`] },
        });
      }
      await openList(stage);
      const main = page.getByRole("main");
      await expect(main).toContainText("Endpoints changed while Azure Resource Graph was read");
      await azure.settings({ graph: { pageSize: 1_000 } });
      await refreshList(stage);
      await expect(main).not.toContainText("Endpoints changed");
      await expect(main).toContainText("1 of 53 registry endpoints");
      await expect(page.getByRole("link", { name: listed.name })).toBeVisible();
    },
    writes: 0,
    hides: [/not be complete/],
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
    isListed: false,
    shows: [/Nothing matches/],
  },
];
