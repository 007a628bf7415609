import { beforeEach, describe, expect, it } from "vitest";
import { AzureError } from "../../../azure/http/azure-error";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { runChain } from "../../../lib/chain";
import { createLinks } from "./create-links";
import { NameTakenError } from "./own-endpoint";

const endpointId =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/acr";
const body: RegistryEndpointBody = {
  extendedLocation: { name: "/cl", type: "CustomLocation" },
  properties: { host: "ghcr.io", authentication: { method: "Anonymous", anonymousSettings: {} } },
};
const notFound = new AzureError({ status: 404, code: "ResourceNotFound", message: "none" });

let existing: RegistryEndpoint | undefined;
let puts: string[];
let sentIds: Set<string>;

beforeEach(() => {
  existing = undefined;
  puts = [];
  sentIds = new Set();
});

function endpoint(properties: Partial<RegistryEndpoint["properties"]>): RegistryEndpoint {
  return {
    id: endpointId,
    name: "acr",
    type: "t",
    properties: { ...body.properties, ...properties },
  };
}

async function run(options: { beforePut?: () => void; onPut?: () => void } = {}) {
  const links = createLinks({
    azure: {
      registryEndpoints: {
        get: () => (existing ? Promise.resolve(existing) : Promise.reject(notFound)),
        listByInstance: () => Promise.reject(notFound),
        createOrReplace: () => Promise.reject(notFound),
        delete: () => Promise.reject(notFound),
        followWrite: () => Promise.reject(notFound),
        followDeletion: () => Promise.reject(notFound),
      },
    },
    endpointId,
    body,
    secretLinks: [
      { id: "secret", title: "Secret", run: () => Promise.resolve(options.beforePut?.()) },
    ],
    sentIds,
    create: (id) => {
      puts.push(id);
      options.onPut?.();
      return Promise.resolve(endpoint({}));
    },
    onCreated: () => undefined,
  });
  return runChain(links, { signal: new AbortController().signal });
}

describe("createLinks", () => {
  it("checks the name, makes the secret, then puts the endpoint", async () => {
    expect(await run()).toEqual({});
    expect(puts).toEqual([endpointId]);
  });

  it("never puts over an endpoint that exists", async () => {
    existing = endpoint({});
    const { failedAt, error } = await run();
    expect(failedAt).toBe("name");
    expect(error).toBeInstanceOf(NameTakenError);
    expect(puts).toEqual([]);
  });

  it("asks again right before the PUT", async () => {
    const { failedAt } = await run({ beforePut: () => (existing = endpoint({ host: "quay.io" })) });
    expect(failedAt).toBe("endpoint");
    expect(puts).toEqual([]);
  });

  it("replaces what its own failed attempt left, and nobody else's", async () => {
    await run({
      onPut: () => {
        existing = endpoint({ provisioningState: "Failed" });
        throw new AzureError({ status: 0, code: "OperationFailed", message: "failed" });
      },
    });
    expect((await run()).failedAt).toBeUndefined();
    existing = endpoint({ provisioningState: "Succeeded", host: "quay.io" });
    expect((await run()).error).toBeInstanceOf(NameTakenError);
  });

  it("treats an equal endpoint as its own only after it sent a PUT", async () => {
    existing = endpoint({ provisioningState: "Succeeded" });
    expect((await run()).error).toBeInstanceOf(NameTakenError);
    sentIds.add(endpointId.toLowerCase());
    expect(await run()).toEqual({});
  });
});
