import { endpointIds, loginServers } from "../emulator/scenarios/contoso-names";
import { changeMeanwhile, goToSaving, readEndpoint, save, type Endpoint } from "./editing";
import { expect, test } from "./fixtures";
import { BRIEF_OPERATIONS } from "./runs";
import { choose, chooseMethod, expectStep, next } from "./wizard";

test.use(BRIEF_OPERATIONS);

const { userIdentity, syncedSecret, healthyAcr } = endpointIds;

test("changes the host, keeps the rest, and shows the difference before saving", async ({
  page,
  azure,
  openAs,
}) => {
  const before = await readEndpoint(azure, userIdentity);
  await openAs("operator", `/endpoints${userIdentity}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared\/edit/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Edit contoso-shared/);
  await choose(page, "Registry", loginServers.edge);
  await goToSaving(page);
  const changes = page.getByRole("table", { name: "Changes" });
  await expect(changes.locator("del")).toContainText(loginServers.hashed);
  await expect(changes.locator("ins")).toContainText(loginServers.edge);
  await page.getByRole("tab", { name: "As text" }).click();
  await expect(page.getByRole("region", { name: "Changes" })).toContainText(
    `+    "host": "${loginServers.edge}"`,
  );
  await expect(page.getByRole("main")).toContainText("must have the same artifacts");
  await save(page);
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, { timeout: 45_000 });
  await expect(page.getByRole("main")).toContainText(loginServers.edge);

  const puts = await azure.requestsTo("PUT", /registryEndpoints\/contoso-shared/);
  expect(puts).toHaveLength(1);
  expect((JSON.parse(puts[0]?.body ?? "{}") as Endpoint).properties).toEqual({
    host: loginServers.edge,
    authentication: before.properties.authentication,
  });
});

test("has nothing to save until something is changed", async ({ page, azure, openAs }) => {
  await openAs("operator", `/endpoints${healthyAcr}/edit`);
  await goToSaving(page);
  await expect(page.getByRole("main")).toContainText("Nothing is changed yet");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  expect(await azure.requestsTo("PUT", /registryEndpoints/)).toEqual([]);
});

test("sends only the new method's block when the method changes", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints${syncedSecret}/edit`);
  await next(page, "Authentication");
  await chooseMethod(page, "Anonymous");
  await next(page, "Trust");
  await next(page, "Review + save");
  await expect(page.getByRole("main")).toContainText("sign in with “Anonymous”");
  await expect(page.getByRole("main")).toContainText(/At present these name it: .*fanuc-focas/);
  await save(page);
  await expect(page).toHaveURL(/registryEndpoints\/ghcr-wasm$/, { timeout: 45_000 });
  const [put] = await azure.requestsTo("PUT", /registryEndpoints\/ghcr-wasm/);
  expect((JSON.parse(put?.body ?? "{}") as Endpoint).properties.authentication).toEqual({
    method: "Anonymous",
    anonymousSettings: {},
  });
});

test("asks what to keep when somebody else changed it meanwhile", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints${userIdentity}/edit`);
  await choose(page, "Registry", loginServers.edge);
  await goToSaving(page);
  const theirs = {
    host: "quay.io",
    authentication: (await readEndpoint(azure, userIdentity)).properties.authentication,
    codeSigningCas: [{ type: "Secret", secretRef: "theirs" }],
  };
  await changeMeanwhile(azure, userIdentity, theirs);
  await save(page);

  const dialog = page.getByRole("dialog", { name: /was changed since you opened it/ });
  await expect(dialog).toContainText("changed it at");
  const host = dialog.getByRole("region", { name: "Hostname" });
  await expect(host).toContainText("quay.io");
  await expect(host).toContainText(loginServers.edge);
  const apply = dialog.getByRole("button", { name: "Apply and review" });
  await expect(apply).toHaveAttribute("aria-disabled", "true");
  await host.getByRole("radio", { name: "Mine" }).check();
  await expect(
    dialog.getByRole("region", { name: "Trust" }).getByRole("radio", { name: "Azure’s" }),
  ).toBeChecked();
  await apply.click();
  await expect(dialog).toBeHidden();

  const changes = page.getByRole("table", { name: "Changes" });
  await expect(changes.locator("del")).toContainText("quay.io");
  await save(page);
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, { timeout: 45_000 });
  const puts = await azure.requestsTo("PUT", /registryEndpoints\/contoso-shared/);
  expect(puts).toHaveLength(2);
  expect((JSON.parse(puts[1]?.body ?? "{}") as Endpoint).properties).toEqual({
    ...theirs,
    host: loginServers.edge,
  });
});

test("keeps the edit over a reload, and what it was filled from", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints${userIdentity}/edit`);
  await choose(page, "Registry", loginServers.edge);
  await goToSaving(page);
  await page.reload();
  await expectStep(page, "Review + save");
  await expect(page.getByRole("table", { name: "Changes" }).locator("ins")).toContainText(
    loginServers.edge,
  );
  await save(page);
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, { timeout: 45_000 });
  expect(await azure.requestsTo("PUT", /registryEndpoints\/contoso-shared/)).toHaveLength(1);
});

test("stays on the review with Azure's reason when saving is refused", async ({ page, openAs }) => {
  await openAs("reader", `/endpoints${userIdentity}/edit`);
  await choose(page, "Registry", loginServers.edge);
  await goToSaving(page);
  await save(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("Microsoft.IoTOperations/instances/registryEndpoints/write");
  await expect(page.getByRole("table", { name: "Changes" })).toContainText(loginServers.edge);
});
