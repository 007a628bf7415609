import type { Page } from "@playwright/test";
import type { StoredResource } from "../emulator/store";
import {
  endpointIds,
  identityIds,
  instanceIds,
  registryIds,
} from "../emulator/scenarios/contoso-names";
import { goToSaving } from "./editing";
import { localConfig } from "../scripts/local-config";
import { expect, test } from "./fixtures";
import { hostileTexts } from "./hostile-texts";
import { scrolledTexts, watchForInjection } from "./injection";
import type { LocalAzureControl } from "./local-azure-control";
import { next } from "./wizard";

/** Made before anything runs: it takes a while. */
const texts = hostileTexts(8_000);

/** Values of so many texts each, no text in two of them. */
function hostileValues(): (count?: number) => string {
  let at = 0;
  return (count = 20) => texts.slice(at, (at += count)).join(" ");
}

/** Changes every resource of a type, and gives what is there now by its id. */
async function changeAll(
  azure: LocalAzureControl,
  type: string,
  change: (resource: StoredResource) => StoredResource,
): Promise<Map<string, StoredResource>> {
  const put = (await azure.stored(type)).map(change);
  await azure.changeStore({ put });
  return new Map(put.map((resource) => [resource.id, resource]));
}

/** All of these are somewhere on the page, as they are. */
async function expectShown(page: Page, values: Record<string, string | undefined>): Promise<void> {
  const missing = () =>
    page.evaluate((wanted) => {
      const fields = [...document.querySelectorAll("input")].map(({ value }) => value);
      const all = [document.body.textContent, ...fields].join("\n");
      return wanted.filter(([, value]) => !value || !all.includes(value)).map(([name]) => name);
    }, Object.entries(values));
  await expect.poll(missing).toEqual([]);
}

test("hostile names of instances, sites, tags, subscriptions, registries and identities do nothing", async ({
  page,
  azure,
  world,
  openAs,
}) => {
  const injected = await watchForInjection(page, world.app);
  const value = hostileValues();
  await azure.settings({ graph: { lagMs: 0 } });
  const instances = await changeAll(azure, "Microsoft.IoTOperations/instances", (instance) => ({
    ...instance,
    name: value(),
    location: value(),
    tags: { site: value(), [value(1)]: value() },
  }));
  const subscriptions = await changeAll(azure, "Microsoft.Resources/subscriptions", (one) => ({
    ...one,
    name: value(),
    properties: { ...one.properties, displayName: value() },
  }));
  const named = (resource: StoredResource) => ({ ...resource, name: value(), location: value() });
  const registries = await changeAll(
    azure,
    "Microsoft.ContainerRegistry/registries",
    (registry) => ({
      ...named(registry),
      properties: { ...registry.properties, loginServer: value().toLowerCase() },
    }),
  );
  const identities = await changeAll(
    azure,
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    named,
  );
  const sites = [instanceIds.gothenburg, instanceIds.lyon, instanceIds.toronto];
  const namesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => [instances.get(id)?.name, instances.get(id)?.tags?.site]);
  const shownNames = [...subscriptions.values()]
    .filter(({ id }) => sites.some((site) => site.startsWith(`${id}/`)))
    .map(({ properties }) => String(properties.displayName));

  await page.setViewportSize({ width: 1_900, height: 1_600 });
  await openAs("admin");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const shown = await scrolledTexts(page);
  expect(shown).toEqual(expect.arrayContaining([...namesOf(sites), ...shownNames]));
  for (const filter of await page.getByRole("button", { name: /^Filter by/ }).all()) {
    await filter.click();
    await page.getByRole("checkbox").first().check();
    await page.keyboard.press("Escape");
  }

  await page.goto("/endpoints/new");
  const pickerOf = async (label: string, names: readonly (string | undefined)[]) => {
    await page.getByRole("combobox", { name: label }).click();
    await expectShown(page, Object.fromEntries(names.map((name, at) => [`${label} ${at}`, name])));
  };
  await pickerOf("Instance", namesOf([instanceIds.gothenburg]));
  await page.keyboard.press("Escape");
  const { loginServer } = registries.get(registryIds.edge)?.properties ?? {};
  await pickerOf("Registry", [String(loginServer)]);

  const identity = identities.get(identityIds.pullEurope)?.name;
  await page.goto(`/endpoints${endpointIds.userIdentity}`);
  await expectShown(page, { identity });
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await next(page, "Authentication");
  await pickerOf("User-assigned identity", [identity]);
  expect(injected).toEqual([]);
});

test("hostile names and reports of a secret's chain, and of what uses an endpoint, do nothing", async ({
  page,
  azure,
  world,
  openAs,
}) => {
  const injected = await watchForInjection(page, world.app);
  const value = hostileValues();
  await azure.settings({ graph: { lagMs: 0 } });
  const named = (resource: StoredResource) => ({ ...resource, name: value() });
  const isNear = ({ id }: StoredResource) => id.startsWith(instanceIds.gothenburg);
  const users = await Promise.all(
    ["dataflowProfiles/dataflowGraphs", "akriConnectorTemplates"].map((type) =>
      changeAll(azure, `Microsoft.IoTOperations/instances/${type}`, named),
    ),
  );
  const secrets = await changeAll(azure, "Microsoft.KeyVault/vaults/secrets", (secret) => ({
    ...named(secret),
    properties: { ...secret.properties, contentType: value() },
  }));
  const [reason, message, kind] = [value(), value(), value()];
  const [sourcePath, targetKey, vaultName] = [value(), value(), value()];
  const providerClass = value();
  await changeAll(
    azure,
    "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
    (one) => ({
      ...one,
      name: providerClass,
      properties: { ...one.properties, keyvaultName: vaultName },
    }),
  );
  await changeAll(azure, "Microsoft.SecretSyncController/secretSyncs", (sync) => ({
    ...sync,
    properties: {
      ...sync.properties,
      secretProviderClassName: providerClass,
      kubernetesSecretType: kind,
      objectSecretMapping: [{ sourcePath, targetKey }],
      status: { conditions: [{ type: value(), status: "False", reason, message }] },
    },
  }));
  expect(secrets.size).toBeGreaterThan(5);
  const template = [...(users[1]?.values() ?? [])].find(
    (one) => isNear(one) && JSON.stringify(one).includes("ghcr-wasm"),
  )?.name;

  await openAs("admin", `/endpoints${endpointIds.syncedSecret}`);
  await expectShown(page, { reason, message, kind, sourcePath, targetKey, vaultName });
  await expectShown(page, { providerClass, template });

  const [code, why, correlationId] = ["Refused", value(), texts[0] ?? ""];
  await azure.fault({
    match: { operation: "DELETE Microsoft.IoTOperations/instances/registryEndpoints" },
    effect: {
      status: 409,
      error: {
        code,
        message: why,
        target: value(),
        details: [{ code: value(), message: value() }],
      },
      headers: { "x-ms-correlation-request-id": correlationId },
    },
  });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expectShown(page, { template });
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expectShown(page, { why, correlationId });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(injected).toEqual([]);
});

test("hostile changes of somebody else, refusals and notifications do nothing", async ({
  page,
  azure,
  world,
  openAs,
}) => {
  const injected = await watchForInjection(page, world.app);
  const value = hostileValues();
  await openAs("admin", `/endpoints${endpointIds.userIdentity}/edit`);
  await page.getByRole("combobox", { name: "Registry" }).click();
  await page.getByRole("option").first().click();
  await goToSaving(page);
  const save = page.getByRole("button", { name: /^(Save|Retry)$/ });
  const [message, code] = [value(), value()];
  await azure.fault({
    match: { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" },
    count: 1,
    effect: { status: 400, error: { code, message } },
  });
  await save.click();
  await expectShown(page, { code, message });
  await page.getByRole("button", { name: /^Notifications/ }).click();
  const notifications = page.getByRole("dialog", { name: "Notifications" });
  const told = await notifications.getByRole("listitem").first().textContent();
  expect([told?.includes(code), told?.includes(message)]).toEqual([true, true]);
  await notifications.getByRole("button", { name: "Close" }).click();

  const [host, clientId, tenantId, secretRef, by] = [value(), value(), value(), value(), value()];
  const [stored] = (
    await azure.stored("Microsoft.IoTOperations/instances/registryEndpoints")
  ).filter(({ id }) => id === endpointIds.userIdentity);
  const settings = { clientId, tenantId };
  const theirs = {
    ...stored,
    systemData: { ...stored?.systemData, lastModifiedBy: by },
    properties: {
      ...stored?.properties,
      host,
      authentication: {
        method: "UserAssignedManagedIdentity",
        userAssignedManagedIdentitySettings: settings,
      },
      codeSigningCas: [{ type: "Secret", secretRef }],
    },
  };
  await azure.changeStore({ put: [theirs] });
  await save.click();
  await expect(page.getByRole("dialog", { name: /was changed since/ })).toBeVisible();
  await expectShown(page, { host, by, secretRef: JSON.stringify(secretRef) });
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

  expect(injected).toEqual([]);
});

test.describe("directories", () => {
  test.use({ signsInAnew: true });

  test("hostile names of directories do nothing", async ({ page, azure, world, openAs }) => {
    const injected = await watchForInjection(page, world.app);
    const value = hostileValues();
    const authority = `https://${new URL(world.azure).host}/organizations`;
    await page.route("**/config.json", (route) =>
      route.fulfill({ json: { ...localConfig(world.azure), authority } }),
    );
    await openAs("admin");
    const [displayName, defaultDomain] = [value(), value()];
    await azure.fault({
      match: { method: "GET", path: "/tenants?" },
      effect: {
        contentType: "application/json",
        body: JSON.stringify({
          value: [{ id: "/tenants/x", tenantId: value(), displayName, defaultDomain }],
        }),
      },
    });
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Switch directory" }).click();
    await expectShown(page, { displayName, defaultDomain });
    await page.keyboard.press("Escape");
    expect(injected).toEqual([]);
  });
});
