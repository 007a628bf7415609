import { describe, expect, test } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, personaOf } from "../entra/personas";
import { roleIds } from "../providers/authorization/role-definition";
import { createTestAzure, errorOf, origin } from "../test-azure";
import { fabrikam, instanceIds, subscriptionIds } from "./contoso-names";

const createContoso = () =>
  createTestAzure({ scenario: "contoso", scenarios: undefined, providers: undefined });
const azure = createContoso();
const subscriptions = "/subscriptions?api-version=2022-12-01";
const instance = (id: string) => `${id}?api-version=2026-07-01`;
const namesIn = (value: unknown) =>
  (value as { subscriptionId: string }[]).map(({ subscriptionId }) => subscriptionId);

describe("the guest", () => {
  test("sees the subscription of the home tenant with its token, and nothing with Contoso's", async () => {
    const home = await azure.arm("GET", subscriptions, { as: "guest", tenant: FABRIKAM_TENANT_ID });
    expect(namesIn(home.body.value)).toEqual([fabrikam.subscriptionId]);
    const here = await azure.arm("GET", subscriptions, { as: "guest" });
    expect(here.body.value).toEqual([]);
    const tenants = await azure.arm("GET", "/tenants?api-version=2022-12-01", { as: "guest" });
    expect(tenants.body.value).toMatchObject([
      { tenantId: CONTOSO_TENANT_ID, tenantCategory: "ProjectedBy" },
      { tenantId: FABRIKAM_TENANT_ID, tenantCategory: "Home" },
    ]);
  });

  test("needs the token of the tenant for a role that Contoso gave", async () => {
    const contoso = createContoso();
    const scope = `/subscriptions/${subscriptionIds.europe}`;
    const name = "5f3cf4d8-0c4f-4b0e-8f36-0d2f2a2f4a10";
    const given = await contoso.arm(
      "PUT",
      `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}?api-version=2022-04-01`,
      {
        body: {
          properties: {
            roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${roleIds.reader}`,
            principalId: personaOf("guest").objectId,
            principalType: "User",
          },
        },
      },
    );
    expect(given.status).toBe(201);
    const path = instance(instanceIds.gothenburg);
    expect((await contoso.arm("GET", path, { as: "guest" })).status).toBe(200);
    const asHome = await contoso.arm("GET", path, { as: "guest", tenant: FABRIKAM_TENANT_ID });
    expect([asHome.status, errorOf(asHome).code]).toEqual([
      401,
      "InvalidAuthenticationTokenTenant",
    ]);
  });
});

test.each([
  ["GET", instance(fabrikam.instanceId)],
  ["PUT", instance(fabrikam.instanceId)],
  ["GET", `/subscriptions/${fabrikam.subscriptionId}?api-version=2022-12-01`],
  ["GET", `/subscriptions/${fabrikam.subscriptionId}/resourcegroups?api-version=2021-04-01`],
  [
    "GET",
    `/subscriptions/${fabrikam.subscriptionId}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
  ],
])("%s %s with a token of Contoso is answered with the tenant to ask", async (method, path) => {
  const refused = await azure.arm(method, path, {
    body: method === "PUT" ? {} : undefined,
  });
  expect(refused.status).toBe(401);
  expect(errorOf(refused)).toEqual({
    code: "InvalidAuthenticationTokenTenant",
    message: expect.stringContaining(
      `Please use the authority (URL) '${origin}/${FABRIKAM_TENANT_ID}' to get the token.`,
    ) as unknown,
  });
  expect(refused.headers.get("www-authenticate")).toContain(
    `authorization_uri="${origin}/${FABRIKAM_TENANT_ID}"`,
  );
});

test("Resource Graph answers each tenant with its own, and refuses to be asked for the other's", async () => {
  const ask = (tenant: string | undefined, named?: string[]) =>
    azure.arm("POST", "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01", {
      as: "guest",
      tenant,
      body: {
        query:
          "resources | where type =~ 'microsoft.iotoperations/instances' | project id, tenantId",
        ...(named ? { subscriptions: named } : {}),
      },
    });
  const home = await ask(FABRIKAM_TENANT_ID);
  expect(home.body.data).toEqual([{ id: fabrikam.instanceId, tenantId: FABRIKAM_TENANT_ID }]);
  expect((await ask(undefined)).body.data).toEqual([]);
  const refused = await ask(undefined, [fabrikam.subscriptionId]);
  expect([refused.status, errorOf(refused).details?.[0]?.code]).toEqual([
    400,
    "NoValidSubscriptionsInQueryRequest",
  ]);
});

test("a person of Contoso has no account at Fabrikam", async () => {
  await expect(azure.scriptToken("admin", FABRIKAM_TENANT_ID)).resolves.toBe("undefined");
});
