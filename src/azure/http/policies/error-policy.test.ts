import { expect, test } from "vitest";
import { createAzureClient } from "../../create-azure-client";
import { scriptedAzure } from "../../testing/scripted-azure";
import { describeFailure } from "../describe-failure";

const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/one";

/** A client whose requests run into the transport's time limit, which they are counted with. */
function hangingAzure() {
  const timeouts: number[] = [];
  const { options } = scriptedAzure();
  const client = createAzureClient({
    ...options,
    httpClient: {
      sendRequest(request) {
        timeouts.push(request.timeout);
        return Promise.reject(new DOMException("The operation was aborted.", "AbortError"));
      },
    },
  });
  return { client, timeouts };
}

test("a write that is not answered in two minutes is sent once and its outcome called unknown", async () => {
  const { client, timeouts } = hangingAzure();
  const body = { properties: { value: "v" } };
  const error: unknown = await client.vaultSecrets
    .createOrUpdate(ID, body)
    .catch((thrown: unknown) => thrown);
  expect(timeouts).toEqual([120_000]);
  const failure = describeFailure(error, "The secret could not be saved");
  expect(failure.message).toBe("Azure did not answer within 120 seconds.");
  expect(failure.nextStep).toContain("It is not known whether Azure applied the change");
});

test("a read that is not answered in two minutes is not waited for a second time", async () => {
  const { client, timeouts } = hangingAzure();
  await expect(client.vaultSecrets.get(ID)).rejects.toMatchObject({ code: "NetworkError" });
  expect(timeouts).toHaveLength(1);
});

test.each([{ status: 201, body: { id: ID } }, { status: 400 }])(
  "a request keeps no body once it is answered with %o",
  async (answer) => {
    const { options } = scriptedAzure(answer);
    const kept: unknown[] = [];
    const client = createAzureClient({
      ...options,
      httpClient: {
        sendRequest(request) {
          kept.push(request);
          expect(request.body).toContain("canary");
          return options.httpClient?.sendRequest(request) ?? Promise.reject(new Error());
        },
      },
    });
    const body = { properties: { value: "canary" } };
    await client.vaultSecrets.createOrUpdate(ID, body).catch(() => undefined);
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toHaveProperty("body");
  },
);
