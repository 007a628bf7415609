import { expect, test } from "vitest";
import { parseEndpointId } from "./endpoint-address";

const INSTANCE = "/subscriptions/s/resourcegroups/rg/providers/microsoft.iotoperations/instances/i";

test("takes the id of a registry endpoint apart, whatever its case", () => {
  expect(parseEndpointId(`${INSTANCE}/registryEndpoints/e`)).toEqual({
    id: `${INSTANCE}/registryEndpoints/e`,
    name: "e",
    instanceId: INSTANCE,
    instanceName: "i",
    resourceGroup: "rg",
    subscriptionId: "s",
  });
});

test("refuses the ids of anything else, which an address may hold", () => {
  for (const id of ["", "/", INSTANCE, `${INSTANCE}/brokers/b`, `${INSTANCE}/registryEndpoints`]) {
    expect(parseEndpointId(id)).toBeUndefined();
  }
});
