import { expect, test } from "vitest";
import { azCommands, CLOUD_NAMES, CLOUDS } from "./clouds";
import { cliCommand } from "./export-cli";
import { registryKindOf } from "./registry-kind";

test.each(CLOUD_NAMES)("%s has origins of its own, and registries that are recognised", (name) => {
  const cloud = CLOUDS[name];
  for (const url of [cloud.resourceManager, cloud.signIn, cloud.portal]) {
    expect(new URL(url).origin).toBe(url);
  }
  expect(cloud.scope).toBe(`${cloud.resourceManager}/user_impersonation`);
  expect(registryKindOf(`contoso${cloud.registrySuffix}`)).toBe("acr");
  expect(registryKindOf(cloud.artifactRegistry)).toBe("mcr");
});

test("commands choose a cloud that is not the public one", () => {
  expect(azCommands("AzureCloud", "az acr list")).toBe("az acr list");
  expect(azCommands("AzureUSGovernment", "az acr list")).toBe(
    "az cloud set --name AzureUSGovernment\naz acr list",
  );
});

test("the exported command chooses its cloud", () => {
  const source = {
    id: "/instances/i/registryEndpoints/e",
    instanceName: "i",
    resourceGroup: "rg",
    subscriptionId: "s",
    customLocationId: "",
    body: { properties: { host: "ghcr.io", authentication: { method: "Anonymous" } } },
  };
  expect(cliCommand(source)).toMatch(/^az iot ops registry create /);
  expect(cliCommand({ ...source, cloud: "AzureChinaCloud" })).toMatch(
    /^az cloud set --name AzureChinaCloud\naz iot ops registry create /,
  );
});
