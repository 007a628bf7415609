import { instanceIds, vaultIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { hostileTexts } from "./hostile-texts";
import { scrolledTexts, watchForInjection } from "./injection";
import type { LocalAzureControl } from "./local-azure-control";
import { openKeyVaultFields } from "./wizard";

/** Made before anything runs: it takes a while. */
const texts = hostileTexts(10_000);
/** Several in each value, so that all are seen in two screens. */
const TEXTS_A_VALUE = 50;
const values = Array.from({ length: texts.length / TEXTS_A_VALUE }, (_, at) =>
  texts.slice(at * TEXTS_A_VALUE, (at + 1) * TEXTS_A_VALUE).join(" "),
);
/** Host, method, state and name of a row. */
const VALUES_A_ROW = 4;

/** Puts an endpoint for every four values on one instance. */
async function seedEndpoints(azure: LocalAzureControl): Promise<void> {
  const put = Array.from({ length: values.length / VALUES_A_ROW }, (_, at) => {
    const [host, method, provisioningState, name] = values.slice(at * VALUES_A_ROW);
    return {
      id: `${instanceIds.redmond}/registryEndpoints/hostile-${at}`,
      name,
      type: "Microsoft.IoTOperations/instances/registryEndpoints",
      properties: { host, authentication: { method }, provisioningState },
    };
  });
  await azure.settings({ graph: { lagMs: 0 } });
  await azure.changeStore({ put });
}

test("10,000 hostile texts in the list are shown as they are, and do nothing", async ({
  page,
  azure,
  world,
  openAs,
}) => {
  const injected = await watchForInjection(page, world.app);
  await seedEndpoints(azure);
  await page.setViewportSize({ width: 1_700, height: 1_600 });
  await openAs("admin", `/endpoints?instance=${encodeURIComponent(instanceIds.redmond)}`);
  await expect(page.getByRole("row").nth(1)).toBeVisible({ timeout: 60_000 });
  const shown = new Set(await scrolledTexts(page));
  expect(values.filter((value) => !shown.has(value))).toEqual([]);
  expect(injected).toEqual([]);
});

test("hostile texts in details, exports, pickers and errors do nothing", async ({
  page,
  azure,
  world,
  openAs,
}) => {
  const injected = await watchForInjection(page, world.app);
  const [
    host = "",
    secretRef = "",
    caRef = "",
    createdBy = "",
    site = "",
    message = "",
    location = "",
  ] = texts.slice(2);
  const id = `${instanceIds.redmond}/registryEndpoints/hostile`;
  await azure.settings({ graph: { lagMs: 0 } });
  const [contentType] = texts;
  await azure.changeStore({
    put: [
      {
        id,
        name: "hostile",
        type: "Microsoft.IoTOperations/instances/registryEndpoints",
        extendedLocation: { type: "CustomLocation", name: location },
        systemData: { createdBy, createdAt: site, lastModifiedBy: createdBy },
        properties: {
          host,
          authentication: {
            method: "ArtifactPullSecret",
            artifactPullSecretSettings: { secretRef },
          },
          codeSigningCas: [{ type: "Secret", secretRef: caRef }],
          provisioningState: "Succeeded",
          healthState: site,
        },
      },
      {
        id: `${vaultIds.gothenburg}/secrets/hostile`,
        name: "hostile",
        type: "Microsoft.KeyVault/vaults/secrets",
        tags: { note: site },
        properties: { contentType, attributes: { enabled: true } },
      },
    ],
  });
  await openAs("admin", `/endpoints${id}`);
  await expect(page.getByText(host).first()).toBeVisible();
  for (const text of [secretRef, caRef, createdBy]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  await azure.fault({
    match: { method: "GET", path: "/registryEndpoints/hostile?" },
    count: 1,
    effect: { status: 400, error: { code: site, message } },
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText(message).first()).toBeVisible();

  await page.goto("/endpoints/new");
  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "picked" });
  await page.getByRole("button", { name: "Choose secret: User name secret" }).click();
  await page.getByRole("searchbox", { name: "Search secrets" }).fill("hostile");
  await expect(page.getByRole("listitem").filter({ hasText: contentType })).toBeVisible();
  expect(injected).toEqual([]);
});
