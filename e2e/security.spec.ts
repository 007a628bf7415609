import type { Page } from "@playwright/test";
import { personaOf } from "../emulator/entra/personas";
import { instanceIds } from "../emulator/scenarios/contoso-names";
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
