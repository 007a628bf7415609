import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { BRIEF_OPERATIONS } from "./runs";
import { chooseMethod, create, fillBasics, goToReview } from "./wizard";

test.use(BRIEF_OPERATIONS);

const LAGS = { "5 s": 5_000, "5 min": 300_000, "for ever": "Infinity" } as const;

for (const [name, lagMs] of Object.entries(LAGS)) {
  test(`own writes show at once although the index lags ${name}, also after a reload`, async ({
    page,
    azure,
    openAs,
  }) => {
    await azure.settings({ graph: { lagMs } });
    await openAs("admin", "/endpoints/new");
    await fillBasics(page, { instanceId: instanceIds.lyon, name: "just-made", host: "quay.io" });
    await chooseMethod(page, "Anonymous");
    await goToReview(page);
    await create(page);
    await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();
    await page.goto("/endpoints?q=just-made");
    const link = page.getByRole("link", { name: "just-made" });
    await expect(link).toBeVisible();
    await page.reload();
    await expect(link).toBeVisible();
    if (lagMs !== 5_000) {
      const name = page.getByRole("rowheader", { name: "just-made" });
      await expect(name).toContainText("indexing");
      // The word takes no room of the name.
      const { width = 0 } = (await name.getByText("indexing").boundingBox()) ?? {};
      expect(width).toBeLessThan(2);
    }

    await azure.advance(400_000);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(link).toBeVisible();

    await link.click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await dialog.getByRole("button", { name: /^Delete/ }).click();
    await expect(page).toHaveURL(/\/endpoints$/, { timeout: 30_000 });
    await page.goto("/endpoints?q=just-made");
    await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
    await azure.advance(400_000);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  });
}

test("drops the overlay once the index returns the same body", async ({ page, azure, openAs }) => {
  await azure.settings({ graph: { lagMs: 300_000 } });
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "soon-indexed", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();
  const overlay = () =>
    page.evaluate(() =>
      Object.entries(sessionStorage)
        .filter(
          ([key, value]) =>
            key.startsWith("rep.own-writes.") && String(value).includes("soon-indexed"),
        )
        .map(([key]) => key),
    );
  await page.goto("/endpoints?q=soon-indexed");
  await expect(page.getByRole("link", { name: "soon-indexed" })).toBeVisible();
  expect(await overlay()).not.toEqual([]);
  await azure.advance(400_000);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(overlay).toEqual([]);
  await expect(page.getByRole("rowheader", { name: "soon-indexed" })).not.toContainText("indexing");
  await expect(page.getByRole("link", { name: "soon-indexed" })).toBeVisible();
});
