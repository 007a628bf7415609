import { personaOf } from "../emulator/entra/personas";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { chooseMethod, create, fillBasics, goToReview } from "./wizard";

test("a guest without access is told what is missing", async ({ page, openAs }) => {
  await openAs("guest");
  await expect(page.getByRole("main")).toContainText(/no subscription|access/i);
  await expect(page.getByRole("row")).toHaveCount(0);
});

test("a guest is told why nothing can be created, instead of a form that leads nowhere", async ({
  page,
  openAs,
}) => {
  await openAs("guest", "/endpoints/new");
  const main = page.getByRole("main");
  await expect(main).toContainText("You see no Azure IoT Operations instance");
  await expect(main).toContainText(personaOf("guest").userPrincipalName);
  await expect(main).toContainText("Azure IoT Operations Administrator");
  await expect(page.getByRole("button", { name: "Next" })).toHaveCount(0);
  await page.getByRole("button", { name: "Back to registry endpoints" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registry endpoints" })).toBeVisible();
});

test("an operator sees the sites of two subscriptions and nothing of the third", async ({
  page,
  openAs,
}) => {
  await openAs("operator");
  await page.getByRole("searchbox").fill("contoso-labs");
  await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  await page.getByRole("searchbox").fill("contoso-americas");
  await expect(page.getByRole("link", { name: "contoso-americas" }).first()).toBeVisible();
});

test("a reader is refused with action and scope named, and the form stays", async ({
  page,
  openAs,
}) => {
  await openAs("reader", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "not-allowed", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("AuthorizationFailed");
  await expect(main).toContainText("Microsoft.IoTOperations/instances/registryEndpoints/write");
  await expect(main).toContainText("not-allowed");
});

test("a reader cannot delete, and is told which action is missing", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("reader", `/endpoints${endpointIds.userIdentity}`);
  const remove = page.getByRole("button", { name: "Delete", exact: true });
  await expect(remove).toBeDisabled();
  await remove.hover();
  await expect(page.getByRole("tooltip")).toContainText(
    "Microsoft.IoTOperations/instances/registryEndpoints/delete",
  );
  expect(await azure.requestsTo("DELETE", /registryEndpoints/)).toEqual([]);
});

test("a secrets officer reads secrets but is refused writing one, by the action's name", async ({
  page,
  openAs,
}) => {
  await openAs("secrets", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.gothenburg, name: "officer", host: "quay.io" });
  await chooseMethod(page, "Artifact secret");
  await page.getByRole("radio", { name: /Key Vault/ }).check();
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText("Microsoft.KeyVault/vaults/secrets/write");
});
