import type { Page } from "@playwright/test";
import { endpointIds, instanceIds } from "../../emulator/scenarios/contoso-names";
import { changeMeanwhile, goToSaving, readEndpoint, save } from "../editing";
import { expect } from "../fixtures";
import { withManyDirectories } from "../many-directories";
import type { Tour } from "./tour";

const GRAPH = "POST Microsoft.ResourceGraph/resources";
const EDITED = endpointIds.syncedSecret;

const isHeaded = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};
/** A few rows: axe looks at every one that is drawn. */
const FEW_ROWS = "/endpoints?q=ghcr";
const hasRows = (page: Page) => expect(page.getByRole("row").nth(2)).toBeVisible();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();

/** Leaves the menu, panel or dialog of the stop before. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.locator("[role=dialog], [role=alertdialog], [role=menu]")).toHaveCount(0);
}

export const portalTours: Tour[] = [
  {
    name: "the list",
    path: "/endpoints",
    stops: [
      { name: "list", show: hasRows },
      {
        name: "filter",
        show: async (page) => {
          // All rows were looked at.
          await page.getByRole("searchbox").fill("ghcr");
          await expect(page.getByRole("main")).toContainText(/[2-9] of \d+ registry endpoints/);
          await press(page, "Filter by Authentication");
          await expect(page.getByRole("checkbox", { name: /Anonymous/ })).toBeVisible();
        },
      },
      {
        name: "what the search understands, and found",
        show: async (page) => {
          await leave(page);
          await expect(page.locator("mark").first()).toBeVisible();
          await press(page, "What the search understands");
          await expect(page.getByText("tag:env=prod")).toBeVisible();
        },
      },
      {
        name: "more filters",
        show: async (page) => {
          await leave(page);
          await press(page, "More filters");
          await expect(page.getByRole("menuitem", { name: "AIO version" })).toBeVisible();
        },
      },
      {
        name: "export",
        show: async (page) => {
          await leave(page);
          await press(page, "Export");
          await expect(page.getByRole("menuitem", { name: "Download CSV" })).toBeVisible();
        },
      },
      {
        name: "row menu",
        show: async (page) => {
          await leave(page);
          const menus = page.getByRole("button", { name: /^Actions for/ });
          await menus.first().click();
          await expect(page.getByRole("menuitem").first()).toBeVisible();
        },
      },
      {
        name: "list without a match",
        show: async (page) => {
          await leave(page);
          await page.getByRole("searchbox").fill("nothing-has-this-name");
          await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
        },
      },
      {
        name: "sign in again",
        show: async (page, azure) => {
          const error = { code: "ExpiredAuthenticationToken", message: "It has expired." };
          await azure.fault({ match: { operation: GRAPH }, effect: { status: 401, error } });
          await press(page, "Refresh");
          await expect(page.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
        },
      },
    ],
  },
  {
    name: "the list, arranged",
    path: FEW_ROWS,
    stops: [
      {
        name: "columns",
        show: async (page) => {
          await hasRows(page);
          await press(page, /^Columns/);
          await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
        },
      },
      {
        name: "charts, and a view to save",
        show: async (page) => {
          await leave(page);
          await press(page, "Charts");
          await expect(page.getByRole("list", { name: "AIO version" })).toBeVisible();
          await press(page, "Views");
          await page.getByRole("menuitem", { name: "Save as a new view…" }).click();
          await page.getByRole("textbox", { name: "Name" }).fill("Contoso");
        },
      },
      {
        name: "saved views",
        show: async (page) => {
          await press(page, "Save");
          await press(page, "Views, Contoso");
          await page.getByRole("menuitem", { name: "Manage views…" }).click();
          await press(page, "Rename Contoso");
          await expect(page.getByRole("dialog", { name: "Saved views" })).toBeVisible();
        },
      },
      {
        name: "selected rows in groups",
        show: async (page) => {
          await leave(page);
          await press(page, /^Group/);
          await page.getByRole("menuitemradio", { name: "Authentication" }).click();
          await leave(page);
          await expect(page.getByRole("treegrid")).toBeVisible();
          await page.getByRole("checkbox", { name: "Select all rows" }).check();
          await expect(page.getByRole("group", { name: "Selection" })).toBeVisible();
        },
      },
    ],
  },
  {
    name: "the top bar",
    path: FEW_ROWS,
    prepare: (_, page) => withManyDirectories(page),
    stops: [
      {
        name: "keyboard shortcuts",
        show: async (page) => {
          await hasRows(page);
          await page.keyboard.press("?");
          await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
        },
      },
      {
        name: "notifications",
        show: async (page) => {
          await leave(page);
          await press(page, "Notifications");
          await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
        },
      },
      {
        name: "notification",
        show: async (page) => {
          await leave(page);
          // Without the right to copy, which is told by a notification.
          await page.evaluate(() => {
            navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
          });
          await press(page, "Copy link");
          await press(page, "Notifications, 1 new");
          await expect(page.getByRole("dialog", { name: "Notifications" })).toContainText("New");
        },
      },
      {
        name: "settings",
        show: async (page) => {
          await leave(page);
          await press(page, "Settings");
          await page.getByRole("radio", { name: "Only the ones I choose" }).check();
          await page.getByRole("dialog").getByRole("checkbox").first().check();
        },
      },
      {
        name: "account menu",
        show: async (page) => {
          await leave(page);
          await press(page, /^Account/);
          await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
        },
      },
      {
        name: "switch directory",
        show: async (page) => {
          await page.getByRole("menuitem", { name: "Switch directory" }).click();
          // One directory only: it is shown, and nothing is there to be pressed.
          const directories = page.getByRole("list", { name: "Directories" });
          await expect(directories.getByRole("listitem")).toContainText("You are here");
          await expect(page.getByRole("dialog")).toContainText("in this directory only");
          await expect(directories.getByRole("button")).toHaveCount(0);
        },
      },
    ],
  },
  {
    name: "a list without rows",
    path: "/endpoints",
    prepare: async (azure) => {
      await azure.reset("empty");
      const error = { code: "BadRequest", message: "Refused." };
      await azure.fault({ match: { operation: GRAPH }, effect: { status: 400, error } });
    },
    stops: [
      {
        name: "list that failed",
        show: (page) => expect(page.getByRole("main")).toContainText("Refused."),
      },
      {
        name: "empty list",
        show: async (page, azure) => {
          await azure.clearFaults();
          await press(page, "Refresh");
          await expect(page.getByRole("main")).toContainText("No registry endpoints yet");
        },
      },
    ],
  },
  {
    name: "an endpoint",
    path: `/endpoints${EDITED}`,
    stops: [
      { name: "details", show: isHeaded },
      {
        name: "delete dialog",
        show: async (page) => {
          await press(page, "Delete");
          await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
        },
      },
      {
        name: "edit",
        path: `/endpoints${EDITED}/edit`,
        show: async (page) => {
          await leave(page);
          await press(page, "Edit");
          await expect(page.getByRole("textbox", { name: "Hostname" })).toBeVisible();
        },
      },
      {
        name: "edit, review",
        show: async (page) => {
          await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
          await goToSaving(page);
          await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
        },
      },
      {
        name: "edit, changed meanwhile",
        show: async (page, azure) => {
          const { authentication } = (await readEndpoint(azure, EDITED)).properties;
          await changeMeanwhile(azure, EDITED, { host: "docker.io", authentication });
          await save(page);
          await expect(page.getByRole("dialog", { name: /was changed since/ })).toBeVisible();
        },
      },
    ],
  },
  {
    name: "an endpoint that is not there",
    path: `/endpoints${instanceIds.lyon}/registryEndpoints/never-was`,
    stops: [{ name: "details that do not exist", show: isHeaded }],
  },
  {
    name: "no page",
    path: "/nowhere",
    stops: [{ name: "unknown page", show: isHeaded }],
  },
  {
    name: "before the sign-in",
    path: "/",
    isSignedOut: true,
    stops: [{ name: "signed out", show: isHeaded }],
  },
];
