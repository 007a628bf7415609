import { describe, expect, it } from "vitest";
import { personaOf } from "../../entra/personas";
import { registryIds, subscriptionIds } from "../../scenarios/contoso-names";
import { pullingPrincipalOf } from "../../scenarios/seeds/edge-site-ids";
import { sites } from "../../scenarios/contoso/sites";
import { guidOf } from "../deterministic-guid";
import { contosoWorld, refusal } from "../provider-fixture";
import { roleIds } from "./role-definition";
import { roleDefinitionOf, roleDefinitions } from "./role-definitions";
import { scopeOfAssignment } from "./role-assignments";

const idOf = (name: string) =>
  `${registryIds.edge}/providers/Microsoft.Authorization/roleAssignments/${guidOf(name)}`;

const body = (properties: Record<string, unknown> = {}) => ({
  properties: {
    roleDefinitionId: `/subscriptions/${subscriptionIds.europe}/providers/Microsoft.Authorization/roleDefinitions/${roleIds.acrPull}`,
    principalId: pullingPrincipalOf(sites.turin),
    principalType: "ServicePrincipal",
    ...properties,
  },
});

describe("a role assignment", () => {
  it("is stored with its scope and who made it", () => {
    const { properties } = contosoWorld().put(idOf("new"), body());
    expect(properties).toMatchObject({
      scope: registryIds.edge,
      createdBy: "test",
      updatedBy: "test",
    });
  });

  it.each([
    ["RoleAssignmentExists", 409, { principalId: pullingPrincipalOf(sites.gothenburg) }],
    ["RoleDefinitionDoesNotExist", 400, { roleDefinitionId: guidOf("no role") }],
    ["PrincipalNotFound", 400, { principalId: guidOf("nobody"), principalType: undefined }],
    ["InvalidRequestContent", 400, { principalId: "me" }],
    ["InvalidRequestContent", 400, { conditionVersion: "1.0" }],
  ])("is refused with %s", (code, status, change) => {
    const refused = refusal(() => contosoWorld().put(idOf("new"), body(change)));
    expect([refused.error.code, refused.status]).toEqual([code, status]);
  });

  it("needs no principalType for someone the directory knows", () => {
    const known = [personaOf("guest").objectId, pullingPrincipalOf(sites.turin)];
    for (const principalId of known) {
      const change = { principalId, principalType: undefined };
      expect(contosoWorld().put(idOf("new"), body(change)).properties).toMatchObject({
        principalId,
      });
    }
  });

  it("cannot be given to someone else", () => {
    const { put } = contosoWorld();
    put(idOf("new"), body());
    const change = { principalId: pullingPrincipalOf(sites.austin) };
    expect(refusal(() => put(idOf("new"), body(change))).error.code).toBe(
      "RoleAssignmentUpdateNotPermitted",
    );
  });
});

it.each([
  ["/subscriptions/s", "/subscriptions/s"],
  [
    "/subscriptions/s/resourceGroups/g/providers/N/t/r",
    "/subscriptions/s/resourceGroups/g/providers/N/t/r",
  ],
  ["", "/"],
])("the scope of an assignment on '%s' is %s", (scope, expected) => {
  expect(scopeOfAssignment(`${scope}/providers/Microsoft.Authorization/roleAssignments/x`)).toBe(
    expected,
  );
});

describe("role definitions", () => {
  it("are one for each id", () => {
    expect(roleDefinitions.map((role) => role.name).sort()).toEqual(Object.values(roleIds).sort());
  });

  it("are found by an id of any prefix and casing", () => {
    const id = `/providers/Microsoft.Authorization/roleDefinitions/${roleIds.reader.toUpperCase()}`;
    expect(roleDefinitionOf(id)?.roleName).toBe("Reader");
  });

  it("give Secrets Officer and IoT Operations Administrator no right to secrets in Resource Manager", () => {
    for (const name of [roleIds.keyVaultSecretsOfficer, roleIds.iotOperationsAdministrator]) {
      const actions =
        roleDefinitionOf(name)?.permissions.flatMap((permission) => permission.actions) ?? [];
      expect(
        actions.filter((action) => /vaults\/(\*|secrets)|KeyVault\/\*|^\*/.test(action)),
      ).toEqual([]);
      expect(actions.filter((action) => action.includes("customLocations"))).toEqual([]);
    }
  });
});
