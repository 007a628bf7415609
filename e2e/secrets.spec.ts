import { busyNames } from "../emulator/scenarios/busy";
import { gothenburgSecrets, instanceIds, vaultIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { nameOf } from "./names";
import { openKeyVaultFields } from "./wizard";

const SECRET_VALUE = "canary-Pa55word-§-7f3a91c0";

test("picks a secret beyond the first page, and explains those that cannot be read", async ({
  page,
  openAs,
}) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "picked-secret" });
  const choose = page.getByRole("button", { name: "Choose secret: User name secret" });
  await choose.click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("searchbox", { name: "Search secrets" })).toBeFocused();
  await panel.getByRole("searchbox", { name: "Search secrets" }).fill("token");
  await expect(
    panel.getByRole("listitem").filter({ hasText: gothenburgSecrets.expired }),
  ).toContainText("Expired");
  await panel.getByRole("searchbox").fill("legacy");
  await expect(
    panel.getByRole("listitem").filter({ hasText: gothenburgSecrets.disabled }),
  ).toContainText("Disabled");
  await panel.getByRole("searchbox").fill(gothenburgSecrets.onSecondPage);
  await panel.getByRole("button", { name: `Select ${gothenburgSecrets.onSecondPage}` }).click();
  await expect(page.getByRole("textbox", { name: "User name secret" })).toHaveValue(
    gothenburgSecrets.onSecondPage,
  );
  await expect(choose).toBeFocused();
});

test("creates a secret in a panel, selects it and returns the focus", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "new-secret" });
  const open = page.getByRole("button", { name: "New secret: Password secret" });
  await open.click();
  const panel = page.getByRole("dialog");
  const name = panel.getByRole("textbox", { name: "Secret name" });
  await expect(name).toBeFocused();
  await name.fill("fresh-token");
  await panel.getByRole("button", { name: "Save secret" }).click();
  const value = panel.getByLabel(/^Secret value/);
  await expect(value).toBeFocused();
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await expect(panel).toContainText("Enter the value.");
  await value.fill(SECRET_VALUE);
  await panel.getByRole("button", { name: "Save secret" }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue("fresh-token");
  await expect(open).toBeFocused();

  const holding = (await azure.requests()).filter(
    ({ path, body }) => path.includes("canary") || (body ?? "").includes("canary"),
  );
  expect(holding).toHaveLength(1);
  expect(holding[0]).toMatchObject({ method: "PUT" });
  expect(holding[0]?.path).toContain(`${nameOf(vaultIds.gothenburg)}/secrets/fresh-token?`);
});

test("takes a pasted value, and has the browser ask before it is lost", async ({
  page,
  context,
  openAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "pasted" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const value = page.getByRole("dialog").getByLabel(/^Secret value/);
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${SECRET_VALUE}\nmore`);
  await value.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(value).toHaveValue(/^canary/);
  await expect(page.getByRole("dialog")).toContainText("line breaks");

  const asked = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await reloaded;
});

test("asks before a secret gets a new version", async ({ page, azure, openAs }) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "new-version" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog").first();
  await panel.getByRole("textbox", { name: "Secret name" }).fill("dockerhub-token");
  await panel.getByLabel(/^Secret value/).fill(SECRET_VALUE);
  await panel.getByRole("button", { name: "Save secret" }).click();
  const question = page.getByRole("alertdialog").or(page.getByRole("dialog")).last();
  await expect(question).toContainText("version");
  expect(await azure.requestsTo("PUT", /vaults\/.*\/secrets\//)).toEqual([]);
  await question.getByRole("button", { name: /version/ }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue(
    "dockerhub-token",
  );
});

test("a secret value is in no storage, attribute, error, URL, console or other request", async ({
  page,
  azure,
  openAs,
}) => {
  const seen: string[] = [];
  page.on("console", (message) => seen.push(message.text()));
  page.on("request", (request) => seen.push(request.url()));
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "no-trace" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("textbox", { name: "Secret name" }).fill("no-trace-token");
  await panel.getByLabel(/^Secret value/).fill(SECRET_VALUE);
  const html = () => page.evaluate(() => document.documentElement.outerHTML);
  expect(await html(), "attributes while typing").not.toContain("canary");
  await azure.fault({
    match: { method: "PUT", path: "/secrets/no-trace-token?" },
    count: 1,
    effect: { status: 400, error: { code: "BadParameter", message: "Not this time." } },
  });
  await panel.getByRole("button", { name: "Save secret" }).click();
  await expect(panel).toContainText("Not this time.");
  expect(await html(), "the failure").not.toContain("canary");
  await panel.getByRole("button", { name: "Save secret" }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue(
    "no-trace-token",
  );
  for (const { method, path, body } of await azure.requests()) {
    const isVaultPut = method === "PUT" && path.includes("/secrets/no-trace-token?");
    expect(path).not.toContain("canary");
    if (!isVaultPut) expect(body ?? "").not.toContain("canary");
  }
  const places = await page.evaluate(async () => ({
    storage: JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
    databases: JSON.stringify(await indexedDB.databases()),
    html: document.documentElement.outerHTML,
    inputs: [...document.querySelectorAll("input, textarea")]
      .map((input) => (input as HTMLInputElement).value)
      .join("\n"),
    address: location.href,
  }));
  for (const [place, text] of Object.entries(places)) {
    expect(text, place).not.toContain("canary");
  }
  expect(seen.join("\n")).not.toContain("canary");
});

test("names the missing right and accepts a typed name where the vault is closed to a person", async ({
  page,
  openAs,
}) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.austin, name: "closed-vault" });
  const main = page.getByRole("main");
  await expect(main).toContainText(nameOf(vaultIds.austin));
  await expect(main).toContainText("Microsoft.KeyVault/vaults/secrets/read");
  await expect(main).toContainText("az role assignment create");
  await page.getByRole("textbox", { name: "User name secret" }).fill("typed-name");
  await expect(page.getByRole("textbox", { name: "User name secret" })).toHaveValue("typed-name");
});

test("finds the last of 600 secrets, whatever the paging", async ({ page, azure, openAs }) => {
  await azure.reset("busy");
  await openAs("admin", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: busyNames.firstInstanceId, name: "many-secrets" });
  await page.getByRole("button", { name: "Choose secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("status")).toHaveText("600 secrets");
  await panel.getByRole("searchbox", { name: "Search secrets" }).fill(busyNames.lastSecret);
  await panel.getByRole("button", { name: `Select ${busyNames.lastSecret}` }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue(
    busyNames.lastSecret,
  );
  const pages = await azure.requestsTo("GET", /\/vaults\/[^/]+\/secrets\?/);
  expect(pages.length).toBeGreaterThan(1);
});
