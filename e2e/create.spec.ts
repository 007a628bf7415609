import {
  identityIds,
  instanceIds,
  loginServers,
  vaultIds,
} from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import type { LocalAzureControl, SeenRequest } from "./local-azure-control";
import { nameOf } from "./names";
import { BRIEF_OPERATIONS } from "./runs";
import { choose, chooseMethod, create, expectStep, fillBasics, goToReview, next } from "./wizard";

test.use(BRIEF_OPERATIONS);

const API_VERSION = "2026-07-01";
const GOTHENBURG_LOCATION =
  "/subscriptions/3f6c2b1e-8d4a-4c57-9e02-c0470500e001/resourceGroups/rg-aio-gothenburg/providers/Microsoft.ExtendedLocation/customLocations/cl-gothenburg";

/** The one PUT to an endpoint's id, and its parsed body. */
async function endpointPut(
  azure: LocalAzureControl,
  name: string,
): Promise<[SeenRequest, unknown]> {
  const puts = await azure.requestsTo("PUT", new RegExp(`/registryEndpoints/${name}\\?`));
  expect(puts).toHaveLength(1);
  const [put] = puts;
  if (!put) throw new Error("unreachable");
  return [put, JSON.parse(put.body ?? "null")];
}

test("creates an endpoint with anonymous authentication", async ({ page, azure, openAs }) => {
  await openAs("operator", "/endpoints/new");
  await fillBasics(page, {
    instanceId: instanceIds.gothenburg,
    name: "public-samples",
    host: "ghcr.io/azure-samples",
  });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();

  const [put, body] = await endpointPut(azure, "public-samples");
  expect(put.path).toContain(`api-version=${API_VERSION}`);
  expect(body).toEqual({
    extendedLocation: { name: GOTHENBURG_LOCATION, type: "CustomLocation" },
    properties: {
      host: "ghcr.io/azure-samples",
      authentication: { method: "Anonymous", anonymousSettings: {} },
    },
  });
  await page.getByRole("button", { name: "Go to endpoint" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "public-samples" })).toBeVisible();
});

test("creates an endpoint with the system managed identity and an audience", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints/new?instance=${encodeURIComponent(instanceIds.gothenburg)}`);
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("edge-second");
  await page.getByRole("radio", { name: /Azure Container Registry/ }).check();
  await choose(page, "Registry", loginServers.edge);
  await next(page, "Authentication");
  await chooseMethod(page, "System managed identity");
  await expect(page.getByText(/azure-iot-operations-/).first()).toBeVisible();
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Audience" }).fill("https://management.azure.com/");
  await next(page, "Trust");
  await page.getByRole("button", { name: /^Add/ }).click();
  await page.getByRole("textbox", { name: /name/i }).fill("signing-ca");
  await next(page, "Review + create");
  await create(page);
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();

  const [, body] = await endpointPut(azure, "edge-second");
  expect(body).toEqual({
    extendedLocation: { name: GOTHENBURG_LOCATION, type: "CustomLocation" },
    properties: {
      host: loginServers.edge,
      authentication: {
        method: "SystemAssignedManagedIdentity",
        systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
      },
      codeSigningCas: [{ type: "Secret", secretRef: "signing-ca" }],
    },
  });
});

test("creates an endpoint with a user managed identity that was picked", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, {
    instanceId: instanceIds.gothenburg,
    name: "picked-identity",
    host: loginServers.edge,
  });
  await chooseMethod(page, "User managed identity");
  await choose(page, "User-assigned identity", nameOf(identityIds.pullEurope));
  const clientId = await page.getByRole("textbox", { name: "Client ID" }).inputValue();
  const tenantId = await page.getByRole("textbox", { name: "Tenant ID" }).inputValue();
  expect(clientId).toMatch(/^[0-9a-f-]{36}$/);
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();

  const [, body] = await endpointPut(azure, "picked-identity");
  expect(body).toEqual({
    extendedLocation: { name: GOTHENBURG_LOCATION, type: "CustomLocation" },
    properties: {
      host: loginServers.edge,
      authentication: {
        method: "UserAssignedManagedIdentity",
        userAssignedManagedIdentitySettings: { clientId, tenantId },
      },
    },
  });
});

test("creates an endpoint with an artifact secret from Key Vault, through the whole chain", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", "/endpoints/new");
  await fillBasics(page, {
    instanceId: instanceIds.gothenburg,
    name: "docker-hub",
    host: "docker.io",
  });
  await chooseMethod(page, "Artifact secret");
  await page.getByRole("radio", { name: /Key Vault/ }).check();
  await page.getByRole("textbox", { name: "User name secret" }).fill("dockerhub-username");
  await page.getByRole("textbox", { name: "Password secret" }).fill("dockerhub-token");
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible({
    timeout: 30_000,
  });

  const [, body] = await endpointPut(azure, "docker-hub");
  expect(body).toEqual({
    extendedLocation: { name: GOTHENBURG_LOCATION, type: "CustomLocation" },
    properties: {
      host: "docker.io",
      authentication: {
        method: "ArtifactPullSecret",
        artifactPullSecretSettings: { secretRef: "docker-hub-creds" },
      },
    },
  });
  const [sync] = await azure.requestsTo("PUT", /\/secretSyncs\/docker-hub-creds\?/);
  const { properties } = JSON.parse(sync?.body ?? "{}") as { properties: Record<string, unknown> };
  expect(properties).toMatchObject({
    kubernetesSecretType: "Opaque",
    serviceAccountName: "aio-ssc-sa",
    objectSecretMapping: [
      { sourcePath: "dockerhub-username", targetKey: "username" },
      { sourcePath: "dockerhub-token", targetKey: "password" },
    ],
  });
});

test("says that a name is taken before anything is replaced", async ({ page, azure, openAs }) => {
  await openAs("admin", `/endpoints/new?instance=${encodeURIComponent(instanceIds.gothenburg)}`);
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("contoso-edge");
  await expect(page.getByText(/is taken on this instance/)).toBeVisible();
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("ghcr.io");
  await page.getByRole("button", { name: "Next" }).click();
  await expectStep(page, "Basics");
  expect(await azure.requestsTo("PUT", /registryEndpoints/)).toEqual([]);
});

test("takes a pasted reference apart", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints/new?instance=${encodeURIComponent(instanceIds.gothenburg)}`);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("https://ghcr.io/org/repo:1.0");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).click();
  await expect(page.getByRole("main")).toContainText(/tag/i);
});

test("keeps the draft over a reload, and each method's fields over a change of mind", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, {
    instanceId: instanceIds.gothenburg,
    name: "kept-draft",
    host: loginServers.edge,
  });
  await chooseMethod(page, "User managed identity");
  await page
    .getByRole("textbox", { name: "Client ID" })
    .fill("11111111-2222-4333-8444-555555555555");
  await chooseMethod(page, "Anonymous");
  await chooseMethod(page, "User managed identity");
  await expect(page.getByRole("textbox", { name: "Client ID" })).toHaveValue(
    "11111111-2222-4333-8444-555555555555",
  );
  // The draft outlives the reload, so the browser has nothing to ask.
  const questions: string[] = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await expectStep(page, "Authentication");
  expect(questions).toEqual([]);
  await expect(page.getByRole("textbox", { name: "Client ID" })).toHaveValue(
    "11111111-2222-4333-8444-555555555555",
  );
  await page.goBack();
  await expectStep(page, "Basics");
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toHaveValue(
    "kept-draft",
  );
});

test("asks before a dirty form is left", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
});

test("keeps the form when the operation fails, says why, and succeeds on retry", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" },
    count: 1,
    effect: {
      lro: {
        outcome: "Failed",
        error: { code: "ProvisioningFailed", message: "The cluster refused the resource." },
      },
    },
  });
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "second-try", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  await expect(page.getByRole("main")).toContainText("The cluster refused the resource.");
  await expect(page.getByRole("main")).toContainText("ProvisioningFailed");
  await expect(page.getByRole("main")).toContainText("second-try");
  const failure = page.getByRole("group", { name: /“second-try” could not be created/ }).first();
  await expect(failure).toBeFocused();
  await expect(failure).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Retry", exact: true }).click();
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible();
});

test("offers the draft in four languages", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.lyon, name: "exported", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  for (const [tab, text] of [
    ["ARM JSON", '"quay.io"'],
    ["Bicep", "Microsoft.IoTOperations/instances/registryEndpoints@2026-07-01"],
    ["Azure CLI", "az iot ops registry create"],
    ["Kubernetes YAML", "kind: RegistryEndpoint"],
  ] as const) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tabpanel")).toContainText(text);
  }
});

test("says what to run where an instance has no secure settings", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, { instanceId: instanceIds.turin, name: "no-settings", host: "quay.io" });
  await chooseMethod(page, "Artifact secret");
  await page.getByRole("radio", { name: /Key Vault/ }).check();
  await expect(page.getByText(/az iot ops secretsync enable/)).toBeVisible();
  expect(vaultIds).not.toHaveProperty("turin");
});
