import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../emulator/entra/personas";
import { instanceIds, vaultIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { nameOf } from "./names";
import {
  chooseMethod,
  fillBasics,
  goToReview,
  nameSecrets,
  next,
  openKeyVaultFields,
} from "./wizard";

test("holds a preset's placeholder back, and selects what is to be replaced", async ({
  page,
  openAs,
}) => {
  await openAs("admin", `/endpoints/new?instance=${encodeURIComponent(instanceIds.gothenburg)}`);
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("ecr-images");
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("button", { name: "Amazon ECR" }).click();
  const host = page.getByRole("textbox", { name: "Hostname" });
  const selected = () =>
    host.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    );
  await expect(host).toBeFocused();
  await expect.poll(selected).toBe("ACCOUNT");
  await page.keyboard.type("123456789012");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("main")).toContainText("Replace REGION with your own.");
  await expect(page.getByRole("main")).not.toContainText("Read as");
  await expect(host).toHaveAttribute("aria-invalid", "true");
  await expect(host).toBeFocused();
  await expect.poll(selected).toBe("REGION");
  await page.keyboard.type("eu-north-1");
  await next(page, "Authentication");
});

test("suggests the method that the registry can use, until one is chosen", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.gothenburg, name: "advised", host: "quay.io" });
  const method = (name: string) => page.getByRole("radio", { name, exact: true });
  await expect(method("Artifact secret")).toBeChecked();
  await chooseMethod(page, "System managed identity");
  await expect(page.getByText(/not known to accept Microsoft Entra identities/)).toBeVisible();
  await expect(page.getByText("This identity will pull")).toHaveCount(0);
  await page.getByRole("button", { name: "Previous" }).click();
  await page.getByRole("textbox", { name: "Hostname" }).fill("mcr.microsoft.com");
  await next(page, "Authentication");
  await expect(method("System managed identity")).toBeChecked();
});

test("explains a registry and an identity that may be another tenant's", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  const host = "fabrikam.azurecr.io";
  await fillBasics(page, { instanceId: instanceIds.gothenburg, name: "foreign", host });
  await chooseMethod(page, "System managed identity");
  await expect(page.getByText(`${host} may belong to another tenant`)).toBeVisible();
  await chooseMethod(page, "User managed identity");
  await expect(page.getByText(`${host} may belong to another tenant`)).toBeVisible();
  const remark = page.getByText("The identity belongs to another tenant");
  await expect(page.getByRole("textbox", { name: "Tenant ID" })).toHaveValue(CONTOSO_TENANT_ID);
  await expect(remark).toHaveCount(0);
  await page.getByRole("textbox", { name: "Tenant ID" }).fill(FABRIKAM_TENANT_ID);
  await expect(remark).toBeVisible();
  await chooseMethod(page, "Artifact secret");
  await expect(page.getByText("may belong to another tenant")).toHaveCount(0);
});

test("lists instances that cannot be used, with the reason", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await page.getByRole("combobox", { name: "Instance" }).click();
  const europe = page.getByRole("group", { name: "Contoso Manufacturing Europe" });
  await expect(europe.getByRole("option").first()).toBeVisible();
  const names = await europe.getByRole("option").allTextContents();
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, "en")));
  for (const [site, reason] of [
    ["eindhoven", /1\.2 or later/],
    ["detroit", /failed/],
    ["zurich", /being deleted/],
  ] as const) {
    const option = page.getByRole("option", { name: new RegExp(nameOf(instanceIds[site])) });
    await expect(option).toBeDisabled();
    await expect(option).toContainText(reason);
    // The state is said by its badge only.
    expect((await option.textContent())?.match(/Failed|Deleting/g) ?? []).toHaveLength(
      site === "eindhoven" ? 0 : 1,
    );
  }
});

test("reviews where the endpoint goes and which vault its secrets come from", async ({
  page,
  openAs,
}) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "reviewed" });
  await nameSecrets(page, "dockerhub-username", "dockerhub-token");
  await goToReview(page);
  const main = page.getByRole("main");
  const fact = (label: string) =>
    main
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator("+ dd");
  await expect(fact("Subscription")).toHaveText("Contoso Manufacturing Europe");
  await expect(fact("Resource group")).toHaveText("rg-aio-gothenburg");
  await expect(fact("Instance version")).toHaveText(/^1\./);
  await expect(fact("Key vault")).toHaveText(nameOf(vaultIds.gothenburg));
});
