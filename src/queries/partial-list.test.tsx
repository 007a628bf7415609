import { QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { createAzureClient } from "../azure/create-azure-client";
import { AzureError } from "../azure/http/azure-error";
import { scriptedAzure, type ScriptedAnswer } from "../azure/testing/scripted-azure";
import { AzureProvider } from "./azure-context";
import { listGaps } from "./endpoint-list-gaps";
import { identitiesOptions, useIdentities } from "./identities";
import { instancesOptions, useInstances } from "./instances";
import type { PartialListQuery, PartialListResult } from "./partial-list";
import { createQueryClient } from "./query-client";
import { registriesOptions, useRegistries } from "./registries";

const ME = "me";
const CLOUD = {
  cloud: "AzureCloud",
  resourceManager: "https://management.azure.com",
  portal: "https://portal.azure.com",
} as const;

const id = (type: string) => `/subscriptions/s/resourceGroups/rg/providers/${type}/one`;
const LISTS = [
  {
    name: "instances",
    options: instancesOptions,
    useList: useInstances,
    row: { id: id("Microsoft.IoTOperations/instances"), name: "one" },
  },
  {
    name: "registries",
    options: registriesOptions,
    useList: useRegistries,
    row: {
      id: id("Microsoft.ContainerRegistry/registries"),
      name: "one",
      properties: { loginServer: "one.azurecr.io" },
    },
  },
  {
    name: "identities",
    options: identitiesOptions,
    useList: useIdentities,
    row: {
      id: id("Microsoft.ManagedIdentity/userAssignedIdentities"),
      name: "one",
      clientId: "c",
      tenantId: "t",
    },
  },
];

const answer = (row: unknown, more: object = {}): ScriptedAnswer => ({
  body: { totalRecords: 1, count: 1, data: [row], resultTruncated: "false", ...more },
});

/** Reads a list, and answers what a component would be given of it. */
async function shown({ options, useList }: (typeof LISTS)[number], script: ScriptedAnswer) {
  const azure = createAzureClient(scriptedAzure(script).options);
  const client = createQueryClient();
  const query: PartialListQuery<unknown> = options(azure, ME);
  await client.fetchQuery(query);
  let seen: PartialListResult<{ name: string }> | undefined;
  function Probe() {
    seen = useList();
    return null;
  }
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <AzureProvider
        client={azure}
        account={{ id: ME, name: "Me", userName: "me", tenantId: "t" }}
        cloud={CLOUD}
      >
        <Probe />
      </AzureProvider>
    </QueryClientProvider>,
  );
  return seen;
}

describe.each(LISTS)("the list of $name", (list) => {
  test("says nothing beside a whole answer", async () => {
    const result = await shown(list, answer(list.row));
    expect(result?.data?.map(({ name }) => name)).toEqual(["one"]);
    expect(result).toMatchObject({ status: "success", incomplete: undefined });
  });

  test.each([
    ["truncated", answer({}, { resultTruncated: "true" }), "too large"],
    [
      "cut at 10,000 subscriptions",
      { ...answer({}), headers: { "x-ms-tenant-subscription-limit-hit": "true" } },
      "10,000 subscriptions",
    ],
    ["short of rows", answer({}, { totalRecords: 7 }), "counted 7 and returned 1"],
  ])("keeps its rows and says why when it was %s", async (_, { headers, body }, reason) => {
    const result = await shown(list, { headers, body: { ...(body as object), data: [list.row] } });
    expect(result?.data).toHaveLength(1);
    expect(result?.incomplete).toContain(reason);
  });
});

test("the endpoint list tells what its endpoints and its instances lack, and nothing twice", () => {
  const limit = "Only the first 10,000 subscriptions.";
  expect(listGaps({ failed: [] })).toEqual([]);
  expect(listGaps({ endpoints: [limit], instances: limit, failed: [] })).toEqual([limit]);
  const failed = [
    {
      ...{ instanceName: "aio-lyon", subscriptionId: "1", subscription: "Europe" },
      error: new Error("Broken."),
    },
  ];
  expect(listGaps({ instances: "Some instances.", failed })).toEqual([
    "Some instances.",
    expect.stringContaining("of aio-lyon could not be read: Broken."),
  ]);
});

test("a subscription that cannot be read is one gap, other reasons are others", () => {
  const refused = (code: string) => new AzureError({ status: 403, code, message: "No." });
  const fail = (instanceName: string, code: string, subscription = "Europe") => ({
    ...{ instanceName, subscriptionId: subscription, subscription, error: refused(code) },
  });
  const denied = Array.from({ length: 12 }, (_, at) => fail(`i${at}`, "AuthorizationFailed"));
  const gaps = listGaps({
    failed: [...denied, fail("lone", "ScopeLocked"), fail("far", "AuthorizationFailed", "Labs")],
  });
  expect(gaps).toHaveLength(3);
  expect(gaps[0]).toContain("12 instances of Europe (i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, …)");
  expect(gaps[1]).toContain("of lone could not be read");
  expect(gaps[2]).toContain("of far could not be read");
});
