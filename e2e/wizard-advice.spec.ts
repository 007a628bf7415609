import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { chooseMethod, fillBasics, next } from "./wizard";

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
