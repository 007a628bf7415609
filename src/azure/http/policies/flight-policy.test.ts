import { expect, test } from "vitest";
import { createAzureClient } from "../../create-azure-client";
import { scriptedAzure } from "../../testing/scripted-azure";

const ENDPOINT =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/acr";
const BODY = {
  extendedLocation: { name: "here", type: "CustomLocation" as const },
  properties: {
    host: "quay.io",
    authentication: { method: "Anonymous" as const, anonymousSettings: {} },
  },
};

test.each([
  { status: 400, flights: [true, false] },
  { status: 403, flights: [true, false] },
  { status: 412, flights: [true, false] },
  // May be the refusal of the same request, sent again by the browser.
  { status: 409, flights: [true] },
])("after HTTP $status a write may have arrived: $flights", async ({ status, flights }) => {
  const azure = scriptedAzure({ status, body: { error: { code: "Refused", message: "No." } } });
  const { registryEndpoints } = createAzureClient(azure.options);
  const seen: boolean[] = [];
  const writing = registryEndpoints.createOrReplace(ENDPOINT, BODY, {
    onFlight: (mayArrive) => seen.push(mayArrive),
  });
  await expect(writing).rejects.toMatchObject({ status });
  expect(seen).toEqual(flights);
});
