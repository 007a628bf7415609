import type { Page } from "@playwright/test";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { goToSaving, readEndpoint, save } from "./editing";
import { expect, test } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";
import { acceptedPuts, PATIENT, signInAgain, untilSent } from "./runs";
import { chooseMethod, create, expectCreated, expectStep, fillBasics, goToReview } from "./wizard";

const EDITED = "contoso-shared";

test("back and forward during a creation lose nothing and send nothing again", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "there-and-back", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await azure.freeze();
  // The second click of a double click comes before the first has changed the page.
  await page.getByRole("button", { name: "Create", exact: true }).dblclick();
  await untilSent(azure, "PUT", /registryEndpoints\/there-and-back/);
  await page.goBack();
  await expectStep(page, "Trust");
  await expect(page.getByRole("main")).toContainText("It is being created");
  await page.goBack();
  await page.goForward();
  await page.goForward();
  await expectStep(page, "Review");
  await expect(page.getByRole("button", { name: "Creating…" })).toBeVisible();
  await azure.thaw();
  await expectCreated(page);
  expect(await acceptedPuts(azure, "there-and-back")).toBe(1);
});

test("going back after a creation does not offer to create it again", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "only-once", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  await expectCreated(page);
  await page.getByRole("button", { name: "Go to endpoint" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "only-once" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Create", exact: true })).toHaveCount(0);
  expect(await acceptedPuts(azure, "only-once")).toBe(1);
});

test("back and forward during a saving lose nothing and send nothing again", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", `/endpoints${endpointIds.userIdentity}/edit`);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
  await goToSaving(page);
  await azure.freeze();
  await page.getByRole("button", { name: "Save", exact: true }).dblclick();
  await untilSent(azure, "PUT", /registryEndpoints\/contoso-shared/);
  await page.goBack();
  await page.goBack();
  await page.goForward();
  await page.goForward();
  await expectStep(page, "Review");
  await expect(page.getByRole("list", { name: "Saving" })).toBeVisible();
  await azure.thaw();
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, PATIENT);
  expect(await acceptedPuts(azure, EDITED)).toBe(1);
});

test.describe("two tabs", () => {
  test.use({ signsInAnew: true });

  const EDIT = `/endpoints${endpointIds.userIdentity}/edit`;

  /** Opens the edit in both tabs, each with a host of its own, and saves in the first. */
  async function saveInFirst(page: Page, other: Page, azure: LocalAzureControl) {
    await other.goto(EDIT);
    await signInAgain(other);
    for (const [tab, host] of [
      [page, "quay.io"],
      [other, "docker.io"],
    ] as const) {
      await tab.getByRole("radio", { name: /Other registry/ }).check();
      await tab.getByRole("textbox", { name: "Hostname" }).fill(host);
      await goToSaving(tab);
    }
    await azure.freeze();
    await save(page);
    await untilSent(azure, "PUT", /registryEndpoints\/contoso-shared/);
    await expect(other.getByRole("button", { name: "Saving…" })).toBeVisible();
  }

  /** The second tab still has what was typed, and asks before it replaces what the first saved. */
  async function expectQuestion(other: Page, azure: LocalAzureControl) {
    expect(await acceptedPuts(azure, EDITED)).toBe(1);
    const { host } = (await readEndpoint(azure, endpointIds.userIdentity)).properties;
    expect(host).toBe("quay.io");
    await other.getByRole("button", { name: "Save", exact: true }).click(PATIENT);
    const dialog = other.getByRole("dialog", { name: /was changed since you opened it/ });
    await expect(dialog.getByRole("region", { name: "Hostname" })).toContainText("docker.io");
    expect(await acceptedPuts(azure, EDITED)).toBe(1);
  }

  test("that edit one endpoint: the second keeps its text, and is asked before it replaces", async ({
    page,
    azure,
    openAs,
    context,
  }) => {
    await openAs("admin", EDIT);
    const other = await context.newPage();
    await saveInFirst(page, other, azure);
    await other.getByRole("button", { name: "Close" }).click();
    await other.getByRole("button", { name: "Stay" }).click();
    await azure.thaw();
    await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, PATIENT);
    await expectQuestion(other, azure);
  });

  test("of which the one that saves is closed: the other follows that, and keeps its text", async ({
    page,
    azure,
    openAs,
    context,
  }) => {
    await openAs("admin", EDIT);
    const other = await context.newPage();
    await saveInFirst(page, other, azure);
    await page.close();
    await azure.thaw();
    await expectQuestion(other, azure);
  });
});
