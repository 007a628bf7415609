import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Page } from "@playwright/test";
import { personaOf } from "../emulator/entra/personas";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { openKeyVaultFields } from "./wizard";

test.use({ signsInAnew: true });

const CANARY = "heap-canary-5d1e93b7";
/** Proves that the search of the heap finds what is there. */
const CONTROL = "heap-control-0c2f48aa";

/** True for each text that a string on the page's heap holds, once what is garbage is collected. */
async function onHeap(page: Page, texts: readonly string[]): Promise<Record<string, boolean>> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  const snapshot = chunks.join("");
  return Object.fromEntries(texts.map((text) => [text, snapshot.includes(text)]));
}

test("no copy of a secret value is on the heap once it was saved", async ({ page, openAs }) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "heap" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("textbox", { name: "Secret name" }).fill("heap-token");
  await panel.getByLabel(/^Secret value/).focus();
  // As a keyboard would: `fill` brings the text into the page's scripts itself.
  await page.keyboard.insertText(CANARY);
  await panel.getByRole("button", { name: "Save secret" }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue("heap-token");
  await page.evaluate((control) => Object.assign(window, { control }), CONTROL);
  expect(await onHeap(page, [CANARY, CONTROL])).toEqual({ [CANARY]: false, [CONTROL]: true });
});

test("signing in asks for one scope of Azure, and no token is logged or kept but by MSAL", async ({
  page,
  azure,
  openAs,
}) => {
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  await azure.fault({
    match: { operation: "DELETE Microsoft.IoTOperations/instances/registryEndpoints" },
    effect: { status: 403, error: { code: "Refused", message: "Not you." } },
  });
  await openAs("admin", `/endpoints${endpointIds.userIdentity}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expect(dialog).toContainText("Not you.");

  const authorize = await azure.requestsTo("GET", /\/oauth2\/v2\.0\/authorize\?/);
  const asked = authorize.map(({ path }) => new URL(path, azure.url).searchParams.get("scope"));
  expect(new Set(asked.flatMap((scope) => scope?.split(" ") ?? []))).toEqual(
    new Set([
      "https://management.azure.com/user_impersonation",
      ...["openid", "profile", "offline_access"],
    ]),
  );
  const stored = await page.evaluate(() => [
    ...Object.entries<string>({ ...sessionStorage }),
    ...Object.entries<string>({ ...localStorage }),
  ]);
  const token = /eyJ[\w-]+\.eyJ/;
  expect(
    stored.some(([, value]) => token.test(value)),
    "MSAL's own can be recognised",
  ).toBe(true);
  const own = stored.filter(([key]) => !key.startsWith("msal"));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(([, value]) => token.test(value))).toEqual([]);
  expect(logged.filter((text) => token.test(text))).toEqual([]);
});

test("a build holds no sources, no maps, nothing of version control and no configuration", async () => {
  const files = await readdir("dist", { recursive: true });
  const served = ["", ".css", ".html", ".js", ".svg"];
  expect(files.filter((file) => !served.includes(extname(file)))).toEqual([]);
  expect(files.filter((file) => /(^|[\\/])\./.test(file))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    expect(await readFile(join("dist", file), "utf8"), file).not.toMatch(/\/\/# sourceMappingURL/);
  }
});

test("no page may frame the app", async ({ page, world }) => {
  const paths = ["/", "/endpoints", "/redirect.html"];
  await page.setContent(
    paths.map((path) => `<iframe src="${world.app}${path}"></iframe>`).join(""),
  );
  await expect
    .poll(() =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
    )
    .toEqual(paths.map(() => "chrome-error://chromewebdata/"));
});

test("a next page on another origin is refused and not asked for", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: "LIST Microsoft.IoTOperations/instances/registryEndpoints" },
    effect: {
      contentType: "application/json",
      body: JSON.stringify({ value: [], nextLink: "https://evil.example/next?page=2" }),
    },
  });
  await openAs("admin");
  await expect(page.getByText("points to https://evil.example").first()).toBeVisible();
});

test("switching the account leaves nothing of the former person's work", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
  const stored = () =>
    page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  await expect.poll(stored).toContain("half-typed");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch account" }).click();
  await page.getByRole("button", { name: personaOf("operator").displayName }).click();
  await expect(page.getByRole("button", { name: /Oscar Lind/ })).toBeVisible();
  const left = await stored();
  expect(left).not.toContain("half-typed");
  // But for the mark of leaving, by which tabs that slept learn of it: docs/security.md.
  const mark = new RegExp(String.raw`"rep\.departed\.${personaOf("admin").objectId}[^"]*"`);
  expect(left.replace(mark, "")).not.toContain(personaOf("admin").objectId);
});
