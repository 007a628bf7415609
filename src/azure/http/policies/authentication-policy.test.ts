import { expect, test } from "vitest";
import { createAzureClient } from "../../create-azure-client";
import { scriptedAzure } from "../../testing/scripted-azure";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";

test("asks for no token and no sign-in because of a resource in another directory", async () => {
  const code = "InvalidAuthenticationTokenTenant";
  const azure = scriptedAzure({ status: 401, body: { error: { code, message: "Elsewhere." } } });
  const { instances } = createAzureClient(azure.options);
  await expect(instances.get(INSTANCE)).rejects.toMatchObject({ status: 401, code });
  expect(azure.tokenRequests).toEqual([{ scope: azure.options.scope }]);
});
