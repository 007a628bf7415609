import { expect, it } from "vitest";
import { pullRoleCommand } from "./pull-role";

const principalId = "22222222-2222-2222-2222-222222222222";

it("grants AcrPull on the registry's id", () => {
  const registryId =
    "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso";
  expect(pullRoleCommand({ principalId, registryId, loginServer: "contoso.azurecr.io" }))
    .toBe(`az role assignment create \\
  --assignee-object-id ${principalId} \\
  --assignee-principal-type ServicePrincipal \\
  --role AcrPull \\
  --scope ${registryId}`);
});

it("grants the reader role to a registry in ABAC mode, and looks an unknown id up", () => {
  const command = pullRoleCommand({ principalId, loginServer: "contoso.azurecr.io", isAbac: true });
  expect(command).toContain("--role 'Container Registry Repository Reader'");
  expect(command).toContain('--scope "$(az acr show --name contoso --query id --output tsv)"');
});
