import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { AzureError } from "../../../azure/http/azure-error";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { runChain } from "../../../lib/chain";
import type { EarlierAttempt, EndpointWriter } from "../../../queries/endpoint-writes";
import { createOwnWrites } from "../../../queries/own-writes";
import { createLinks } from "./create-links";
import { NameTakenError } from "./name-taken-error";

const endpointId =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/acr";
const body: RegistryEndpointBody = {
  extendedLocation: { name: "/cl", type: "CustomLocation" },
  properties: { host: "ghcr.io", authentication: { method: "Anonymous", anonymousSettings: {} } },
};
const notFound = new AzureError({ status: 404, code: "ResourceNotFound", message: "none" });
const connectionLost = new AzureError({ status: 0, code: "NetworkError", message: "lost" });

let existing: RegistryEndpoint | undefined;
let puts: number;
let follows: number;
let written: RegistryEndpoint | undefined;

beforeEach(() => {
  existing = undefined;
  puts = 0;
  follows = 0;
  written = undefined;
});

function endpoint(properties: Partial<RegistryEndpoint["properties"]>): RegistryEndpoint {
  return {
    id: endpointId,
    name: "acr",
    type: "t",
    properties: { ...body.properties, ...properties },
  };
}

const noStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

async function run(
  options: { earlier?: EarlierAttempt; beforePut?: () => void; onPut?: () => void } = {},
) {
  const writer: EndpointWriter = {
    azure: {
      registryEndpoints: {
        get: () => (existing ? Promise.resolve(existing) : Promise.reject(notFound)),
        listByInstance: () => Promise.reject(notFound),
        createOrReplace: async () => {
          puts += 1;
          await Promise.resolve(options.onPut?.());
          return endpoint({});
        },
        delete: () => Promise.reject(notFound),
        followWrite: () => {
          follows += 1;
          return Promise.resolve(endpoint({}));
        },
        followDeletion: () => Promise.reject(notFound),
      },
    },
    client: new QueryClient(),
    accountId: "ada",
    ownWrites: createOwnWrites(noStorage, "ada"),
  };
  const links = createLinks({
    writer,
    endpointId,
    body,
    secretLinks: [
      { id: "secret", title: "Secret", run: () => Promise.resolve(options.beforePut?.()) },
    ],
    log: {
      earlier: options.earlier ?? "none",
      onSend: () => undefined,
      onFlight: () => undefined,
      onWritten: (result) => (written = result),
      onMake: () => undefined,
    },
  });
  return runChain(links, { signal: new AbortController().signal });
}

describe("createLinks", () => {
  it("checks the name, makes the secret, then puts the endpoint", async () => {
    expect(await run()).toEqual({});
    expect(puts).toBe(1);
    expect(written?.name).toBe("acr");
  });

  it("never puts over an endpoint that exists", async () => {
    existing = endpoint({});
    const { failedAt, error } = await run();
    expect(failedAt).toBe("name");
    expect(error).toBeInstanceOf(NameTakenError);
    expect(puts).toBe(0);
  });

  it("asks again right before the PUT", async () => {
    const { failedAt } = await run({ beforePut: () => (existing = endpoint({ host: "quay.io" })) });
    expect(failedAt).toBe("endpoint");
    expect(puts).toBe(0);
  });

  it("replaces what its own failed attempt left, and nobody else's", async () => {
    existing = endpoint({ provisioningState: "Failed" });
    expect((await run()).error).toBeInstanceOf(NameTakenError);
    expect((await run({ earlier: "ended" })).failedAt).toBeUndefined();
    expect(puts).toBe(1);
    existing = endpoint({ provisioningState: "Succeeded", host: "quay.io" });
    expect((await run({ earlier: "ended" })).error).toBeInstanceOf(NameTakenError);
  });

  it.each(["ended", "unanswered"] as const)(
    "follows what an earlier attempt that %s has put, and sends nothing",
    async (earlier) => {
      existing = endpoint({ provisioningState: "Accepted" });
      expect(await run({ earlier })).toEqual({});
      expect({ puts, follows }).toEqual({ puts: 0, follows: 1 });
    },
  );

  it("asks after a lost answer: a PUT that arrived is followed", async () => {
    const onPut = () => {
      existing = endpoint({ provisioningState: "Accepted" });
      throw connectionLost;
    };
    expect(await run({ onPut })).toEqual({});
    expect({ puts, follows }).toEqual({ puts: 1, follows: 1 });
  });

  it("sends a PUT again that did not arrive, once", async () => {
    const onPut = () => {
      if (puts === 1) throw connectionLost;
    };
    expect(await run({ onPut })).toEqual({});
    expect({ puts, follows }).toEqual({ puts: 2, follows: 0 });
    const { error } = await run({
      onPut: () => {
        throw connectionLost;
      },
    });
    expect(error).toBe(connectionLost);
    expect(puts).toBe(4);
  });

  it("follows its own PUT that the browser sent twice, and tells every other conflict", async () => {
    const conflict = new AzureError({ status: 409, code: "Conflict", message: "busy" });
    const onPut = () => {
      throw conflict;
    };
    expect((await run({ onPut })).error).toBe(conflict);
    const onOwnPut = () => {
      existing = endpoint({ provisioningState: "Accepted" });
      throw conflict;
    };
    expect(await run({ onPut: onOwnPut })).toEqual({});
    expect({ puts, follows }).toEqual({ puts: 2, follows: 1 });
  });

  it("does not send again over what somebody else put meanwhile", async () => {
    const onPut = () => {
      existing = endpoint({ host: "quay.io" });
      throw connectionLost;
    };
    expect((await run({ onPut })).error).toBeInstanceOf(NameTakenError);
    expect(puts).toBe(1);
  });
});
