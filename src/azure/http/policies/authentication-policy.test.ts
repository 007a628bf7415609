import { afterEach, expect, test, vi } from "vitest";
import { createAzureClient } from "../../create-azure-client";
import { scriptedAzure } from "../../testing/scripted-azure";
import { AzureError } from "../azure-error";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";
const SECRET =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/one";

afterEach(() => vi.useRealTimers());

test("asks for no token and no sign-in because of a resource in another directory", async () => {
  const code = "InvalidAuthenticationTokenTenant";
  const azure = scriptedAzure({ status: 401, body: { error: { code, message: "Elsewhere." } } });
  const { instances } = createAzureClient(azure.options);
  await expect(instances.get(INSTANCE)).rejects.toMatchObject({ status: 401, code });
  expect(azure.tokenRequests).toEqual([{ scope: azure.options.scope }]);
});

test("a write waits for a throttled sign-in service like for Azure, and is sent once", async () => {
  vi.useFakeTimers();
  const azure = scriptedAzure({ body: { id: INSTANCE } });
  let refusals = 6;
  const getToken = () => {
    if (refusals === 0) return Promise.resolve("token");
    refusals -= 1;
    const message = "The sign-in service asked to slow down.";
    return Promise.reject(new AzureError({ status: 429, code: "SignInThrottled", message }));
  };
  const { vaultSecrets, traffic } = createAzureClient({ ...azure.options, getToken });
  const shown: string[] = [];
  traffic.subscribe(() => shown.push(...traffic.snapshot().map(({ kind }) => kind)));
  const writing = vaultSecrets.disable(SECRET);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(azure.sent).toEqual([]);
  expect(shown).toContain("writes");
  await vi.advanceTimersByTimeAsync(40_000);
  await writing;
  expect(azure.sent).toHaveLength(1);
});
