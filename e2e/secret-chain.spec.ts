import {
  endpointIds,
  gothenburgSecrets,
  instanceIds,
  vaultIds,
} from "../emulator/scenarios/contoso-names";
import { expect, signInAs, test } from "./fixtures";
import { BRIEF_OPERATIONS } from "./runs";
import { create, expectCreated, goToReview, nameSecrets, openKeyVaultFields } from "./wizard";

test.use(BRIEF_OPERATIONS);

const SECRET_SYNC = "2024-08-21-preview";
const GOTHENBURG = instanceIds.gothenburg;

interface ProviderClass {
  properties: { objects?: string };
}

const failures = [
  {
    link: "Key Vault secrets",
    match: { method: "GET", path: "/secrets/dockerhub-token?" },
    message: "The vault is busy.",
  },
  {
    link: "provider class",
    match: { operation: "PUT Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses" },
    message: "The provider class is busy.",
  },
  {
    link: "secret sync",
    match: { operation: "PUT Microsoft.SecretSyncController/secretSyncs" },
    message: "The secret sync is busy.",
  },
  {
    link: "endpoint",
    match: { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" },
    message: "The endpoint is busy.",
  },
];

for (const { link, match, message } of failures) {
  test(`a chain that fails at the link "${link}" stops there and goes on from it`, async ({
    page,
    azure,
    openAs,
  }) => {
    await azure.fault({
      match,
      count: 1,
      effect: { status: 400, error: { code: "BadRequest", message } },
    });
    await openAs("operator", "/endpoints/new");
    await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "chain-test" });
    await nameSecrets(page, "dockerhub-username", "dockerhub-token");
    await goToReview(page);
    await create(page);
    await expect(page.getByRole("main")).toContainText(message, { timeout: 45_000 });
    await page.getByRole("button", { name: "Retry", exact: true }).click();
    await expectCreated(page);
    const puts = await azure.requestsTo("PUT", /registryEndpoints\/chain-test/);
    expect(puts.filter(({ status }) => status < 300)).toHaveLength(1);
    const syncs = await azure.requestsTo("PUT", /secretSyncs\/chain-test-creds/);
    expect(syncs.filter(({ status }) => status < 300)).toHaveLength(1);
  });
}

test("a secret that the cluster cannot read stops the chain, and a mended one lets it go on", async ({
  page,
  azure,
  openAs,
}) => {
  const { expired } = gothenburgSecrets;
  await openAs("operator", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "mended-secret" });
  await nameSecrets(page, "dockerhub-username", expired);
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("button", { name: "Retry", exact: true })).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByRole("list", { name: "Creation" })).toContainText(expired);
  expect(await azure.requestsTo("PUT", /registryEndpoints\/mended-secret/)).toEqual([]);

  const mended = await azure.arm(
    "admin",
    "PUT",
    `${vaultIds.gothenburg}/secrets/${expired}`,
    "2026-02-01",
    { properties: { value: "a new version", attributes: { enabled: true } } },
  );
  expect(mended.status).toBe(200);
  await page.getByRole("button", { name: "Retry", exact: true }).click();
  await expectCreated(page);
});

test("two people who write the provider class at once lose no entry", async ({
  page,
  azure,
  openAs,
  browser,
  world,
}) => {
  await azure.settings({ operationTimeScale: 1 });
  const other = await browser.newPage({ baseURL: world.app });
  await openAs("operator", "/endpoints/new");
  await other.goto("/endpoints/new");
  await signInAs(other, "admin");
  const runs = [
    { page, name: "first-writer", secrets: ["dockerhub-username", "dockerhub-token"] },
    { page: other, name: "second-writer", secrets: [gothenburgSecrets.onSecondPage, "ghcr-token"] },
  ] as const;
  for (const run of runs) {
    await openKeyVaultFields(run.page, { instanceId: GOTHENBURG, name: run.name });
    await nameSecrets(run.page, run.secrets[0], run.secrets[1]);
    await goToReview(run.page);
  }
  await Promise.all(runs.map((run) => create(run.page)));
  for (const run of runs) await expectCreated(run.page);
  await other.close();

  const [put] = await azure.requestsTo("PUT", /azureKeyVaultSecretProviderClasses/);
  const id = new URL(put?.path ?? "", world.azure).pathname;
  const { body } = await azure.arm("admin", "GET", id, SECRET_SYNC);
  const { objects = "" } = (body as ProviderClass).properties;
  for (const name of [
    "opcua-user",
    "harbor-docker-config",
    ...runs.flatMap((run) => run.secrets),
  ]) {
    expect(objects).toContain(`objectName: ${name}\n`);
  }
});

test("deleting an endpoint can take its synced secret along, and nothing that others use", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints${endpointIds.dockerConfig}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("checkbox", { name: /synced secret harbor-pull/ }).check();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page).toHaveURL(/\/endpoints$/, { timeout: 45_000 });

  expect(await azure.requestsTo("DELETE", /secretSyncs\/harbor-pull/)).toHaveLength(1);
  const puts = await azure.requestsTo("PUT", /azureKeyVaultSecretProviderClasses/);
  const { properties } = JSON.parse(puts.at(-1)?.body ?? "{}") as ProviderClass;
  expect(properties.objects).not.toContain("harbor-docker-config");
  for (const kept of ["ghcr-username", "ghcr-token", "opcua-user", "opcua-password"]) {
    expect(properties.objects).toContain(`objectName: ${kept}\n`);
  }
});
