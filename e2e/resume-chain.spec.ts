import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { acceptedPuts, ENDPOINT_PUT, PATIENT, signInAgain, untilSent } from "./runs";
import {
  create,
  expectCreated,
  expectStep,
  goToReview,
  nameSecrets,
  openKeyVaultFields,
} from "./wizard";

// Another tab takes over, which signs in by what the first one left.
test.use({ signsInAnew: true });

const GOTHENBURG = instanceIds.gothenburg;

test("a chain whose page is closed is followed as far as it was sent, and continued when asked", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "two-halves" });
  await nameSecrets(page, "dockerhub-username", "dockerhub-token");
  await goToReview(page);
  await create(page);
  await untilSent(azure, "PUT", /\/secretSyncs\//);
  await azure.freeze();
  await page.close();
  await azure.thaw();

  const next = await context.newPage();
  await next.goto("/endpoints");
  await signInAgain(next);
  await next.getByRole("link", { name: "Continue or clean up" }).click(PATIENT);
  await expectStep(next, "Review");
  const main = next.getByRole("main");
  await expect(main).toContainText(
    "Creation of “two-halves” stopped at “Create the registry endpoint”",
  );
  expect(await acceptedPuts(azure, "two-halves")).toBe(0);
  await next.getByRole("button", { name: "Continue", exact: true }).click();
  await expectCreated(next);
  expect(await acceptedPuts(azure, "two-halves")).toBe(1);
  expect(await azure.requestsTo("PUT", /\/secretSyncs\//)).toHaveLength(1);
});

test("a chain that stopped is cleaned up: what it made, and nothing else", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: ENDPOINT_PUT },
    effect: { status: 400, error: { code: "BadRequest", message: "Not today." } },
  });
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "cleaned" });
  await page.getByRole("textbox", { name: "User name secret" }).fill("ghcr-username");
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("textbox", { name: "Secret name" }).fill("cleaned-password");
  await panel.getByLabel(/^Secret value/).fill("s3cret");
  await panel.getByRole("button", { name: "Save secret" }).click();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toHaveValue(
    "cleaned-password",
  );
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("main")).toContainText("Not today.", PATIENT);

  await page.getByRole("button", { name: "Clean up" }).click();
  const dialog = page.getByRole("dialog");
  const list = dialog.getByRole("list", { name: "Clean up" });
  await expect(list).toContainText("secret sync cleaned-creds");
  await expect(list).toContainText("Take cleaned-password out of the provider class");
  await expect(list).not.toContainText("ghcr-username");
  await expect(dialog).toContainText("az keyvault secret delete");
  await dialog.getByRole("button", { name: "Clean up" }).click();
  await dialog.getByRole("button", { name: "Done" }).click(PATIENT);
  await expect(page.getByRole("main")).toContainText("--name cleaned-password");

  const written = (await azure.requests()).filter(
    ({ method, path }) => !["GET", "OPTIONS"].includes(method) && path.startsWith("/subscriptions"),
  );
  const cleaning = written.slice(
    written.findLastIndex(({ path }) => path.includes("/registryEndpoints/cleaned")) + 1,
  );
  expect(
    cleaning.map(({ method, path }) => [method, path.replace(/^.*\/([^/?]+)\?.*$/, "$1")]),
  ).toEqual([
    ["DELETE", "cleaned-creds"],
    ["PUT", expect.any(String)],
    ["PATCH", "cleaned-password"],
  ]);
  const [objects, disabled] = cleaning
    .slice(1)
    .map(({ body }) => JSON.parse(body ?? "{}") as unknown);
  const { properties } = objects as { properties: { objects: string } };
  expect(properties.objects).not.toContain("cleaned-password");
  for (const kept of ["ghcr-username", "ghcr-token", "opcua-user"]) {
    expect(properties.objects).toContain(`objectName: ${kept}\n`);
  }
  expect(disabled).toEqual({ properties: { attributes: { enabled: false } } });
});
