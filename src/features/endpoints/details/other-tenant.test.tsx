import { SSRProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { createAzureClient } from "../../../azure/create-azure-client";
import { always } from "../../../azure/testing/generated-wire";
import { scriptedAzure } from "../../../azure/testing/scripted-azure";
import { AzureProvider } from "../../../queries/azure-context";
import { createQueryClient } from "../../../queries/query-client";
import { registriesOptions } from "../../../queries/registries";
import { AuthenticationSection } from "./authentication-section";

const OURS = "72f988bf-0000-4000-8000-00000c047050";
const THEIRS = "aaaaaaaa-0000-4000-8000-00000fab4100";
const ACCOUNT = { id: "me", name: "Me", userName: "me", tenantId: OURS };
const CLOUD = {
  cloud: "AzureCloud",
  resourceManager: "https://management.azure.com",
  portal: "https://portal.azure.com",
} as const;
const GROUP = "/subscriptions/s1/resourceGroups/rg/providers";
const INSTANCE = `${GROUP}/Microsoft.IoTOperations/instances/oslo`;
const REGISTRY = {
  id: `${GROUP}/Microsoft.ContainerRegistry/registries/contoso`,
  name: "contoso",
  properties: { loginServer: "contoso.azurecr.io" },
};

const userIdentity = (tenantId: string) => ({
  method: "UserAssignedManagedIdentity",
  userAssignedManagedIdentitySettings: { clientId: "c1", tenantId },
});
const systemIdentity = {
  method: "SystemAssignedManagedIdentity",
  systemAssignedManagedIdentitySettings: {},
};
const secret = {
  method: "ArtifactPullSecret",
  artifactPullSecretSettings: { secretRef: "pull" },
};

test.each([
  ["an identity of another tenant", "contoso.azurecr.io", userIdentity(THEIRS), true, false],
  ["an identity of ours", "contoso.azurecr.io", userIdentity(OURS.toUpperCase()), false, false],
  ["a registry that is not seen", "fabrikam.azurecr.io", systemIdentity, false, true],
  ["both", "fabrikam.azurecr.io", userIdentity(THEIRS), true, true],
  ["a registry that is seen", "contoso.azurecr.io", systemIdentity, false, false],
  ["a secret, which belongs to no tenant", "fabrikam.azurecr.io", secret, false, false],
  ["a registry of nobody in Azure", "quay.io", systemIdentity, false, false],
])("explains %s", async (_, host, authentication, isIdentityTheirs, isRegistryUnseen) => {
  const markup = await sectionOf({ host, authentication });
  expect(markup.includes("The identity belongs to another tenant")).toBe(isIdentityTheirs);
  expect(markup.includes("You cannot see this registry")).toBe(isRegistryUnseen);
});

async function sectionOf(properties: { host: string; authentication: object }): Promise<string> {
  const id = `${INSTANCE}/registryEndpoints/edge`;
  const azure = createAzureClient(
    scriptedAzure(
      ...always(({ method }) => ({
        body:
          method === "GET"
            ? { id, name: "edge", properties }
            : { totalRecords: 1, count: 1, data: [REGISTRY] },
      })),
    ).options,
  );
  const client = createQueryClient();
  await client.fetchQuery(registriesOptions(azure, ACCOUNT.id));
  const endpoint = await azure.registryEndpoints.get(id);
  return renderToStaticMarkup(
    <SSRProvider>
      <QueryClientProvider client={client}>
        <AzureProvider client={azure} account={ACCOUNT} cloud={CLOUD}>
          <AuthenticationSection instanceId={INSTANCE} endpoint={endpoint} />
        </AzureProvider>
      </QueryClientProvider>
    </SSRProvider>,
  );
}
