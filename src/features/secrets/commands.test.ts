import { expect, it } from "vitest";
import { assignRoleCommand, createPullSecretCommand, enableSecretSyncCommand } from "./commands";

const instanceId =
  "/subscriptions/5ab5c1d0-0000-4000-8000-000000000001/resourceGroups/rg one/providers/Microsoft.IoTOperations/instances/aio";

it("enables secure settings with the command of the Azure CLI's reference", () => {
  expect(enableSecretSyncCommand(instanceId)).toBe(
    [
      "az iot ops secretsync enable",
      "--instance aio",
      "--resource-group 'rg one'",
      "--subscription 5ab5c1d0-0000-4000-8000-000000000001",
      '--mi-user-assigned "<resource id of a user-assigned managed identity>"',
      '--kv-resource-id "<resource id of a key vault>"',
    ].join(" \\\n  "),
  );
});

it("assigns a role of several words", () => {
  expect(assignRoleCommand("ada@contoso.example", "Key Vault Contributor", { id: "/v" })).toContain(
    "--role 'Key Vault Contributor' \\\n  --scope /v",
  );
  expect(assignRoleCommand("ada@contoso.example", "Reader", { name: "kv-aio" })).toContain(
    '--scope "$(az keyvault show --name kv-aio --query id --output tsv)"',
  );
});

it("makes a pull secret for the host that Docker files credentials under", () => {
  const command = createPullSecretCommand({
    name: "hub-creds",
    host: "docker.io/library",
    namespace: "azure-iot-operations",
  });
  expect(command).toContain("kubectl create secret docker-registry \\\n  hub-creds \\\n");
  expect(command).toContain("--docker-server=https://index.docker.io/v1/");
  expect(createPullSecretCommand({ name: "", host: "", namespace: "n" })).toContain(
    "--docker-server='<registry host>'",
  );
});
