import { expect, test } from "vitest";
import { personaOf } from "../../entra/personas";
import { registryIds, subscriptionIds } from "../../scenarios/contoso-names";
import { createTestAzure, errorOf } from "../../test-azure";
import { assignmentsFor, readAssignmentFilter } from "./assignment-filter";

const ada = personaOf("admin").objectId;
const subscription = `/subscriptions/${subscriptionIds.europe}`;
const group = `${subscription}/resourceGroups/rg-shared-europe`;

const at = (scope: string, principalId: string = ada) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/x`,
  name: "x",
  type: "Microsoft.Authorization/roleAssignments",
  properties: { scope, principalId },
});
const assignments = [
  at("/"),
  at(subscription),
  at(group),
  at(`${group}-two`),
  at(registryIds.edge),
  at(registryIds.edge, "someone"),
];

test.each([
  [undefined, ["/", subscription, group, registryIds.edge, registryIds.edge]],
  ["", ["/", subscription, group, registryIds.edge, registryIds.edge]],
  ["atScope()", ["/", subscription, group]],
  [`principalId eq '${ada}'`, ["/", subscription, group, registryIds.edge]],
  [`assignedTo('${ada.toUpperCase()}')`, ["/", subscription, group, registryIds.edge]],
  [`atScope() and assignedTo('${ada}')`, ["/", subscription, group]],
  [`principalId eq 'someone' and atScope()`, []],
])("the filter %s at a resource group finds %j", (filter, scopes) => {
  const found = assignmentsFor(group, readAssignmentFilter(filter), assignments);
  expect(found.map(({ properties }) => properties.scope)).toEqual(scopes);
});

const azure = createTestAzure({ scenarios: undefined, providers: undefined, scenario: "contoso" });
const list = (filter: string) =>
  azure.arm(
    "GET",
    `${registryIds.edge}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=${encodeURIComponent(filter)}`,
  );

test("a list over HTTP holds what a registry inherits", async () => {
  const { status, body } = await list(`principalId eq '${ada}'`);
  expect(status).toBe(200);
  expect(body.value).toMatchObject([{ properties: { scope: subscription, principalId: ada } }]);
});

test.each([
  "principalId",
  "principalId eq me",
  "atScope() or assignedTo('x')",
  "atScope() and atScope()",
  "principalId eq 'a' and assignedTo('b')",
  "roleName eq 'Owner'",
])("the filter %s is refused in Azure's words", async (filter) => {
  const refused = await list(filter);
  expect(refused.status).toBe(400);
  expect(errorOf(refused)).toMatchObject({
    code: "UnsupportedQuery",
    message: expect.stringContaining(`The filter '${filter}' is not supported.`) as unknown,
  });
});
