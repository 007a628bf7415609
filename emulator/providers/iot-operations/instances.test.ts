import { expect, it } from "vitest";
import { identityIds, instanceIds } from "../../scenarios/contoso-names";
import { contosoWorld, refusal } from "../provider-fixture";

it("a PUT of what was read keeps the version and changes the provider class", () => {
  const { put, store } = contosoWorld();
  const before = store.get(instanceIds.turin);
  const defaultSecretProviderClassRef = { resourceId: "/subscriptions/x" };
  const after = put(instanceIds.turin, {
    ...before,
    properties: { ...before?.properties, defaultSecretProviderClassRef },
  });
  expect(after.properties).toMatchObject({ version: "1.2.189", defaultSecretProviderClassRef });
  expect(after.extendedLocation).toEqual(before?.extendedLocation);
});

it("a PUT cannot move an instance to another custom location or region", () => {
  const { put, store } = contosoWorld();
  const before = store.get(instanceIds.turin);
  const extendedLocation = store.get(instanceIds.lyon)?.extendedLocation;
  expect(refusal(() => put(instanceIds.turin, { ...before, extendedLocation })).error.code).toBe(
    "PropertyChangeNotAllowed",
  );
  expect(refusal(() => put(instanceIds.turin, { ...before, location: "eastus" })).error.code).toBe(
    "InvalidResourceLocation",
  );
});

it("a PATCH replaces tags, and fills in the ids of an identity", () => {
  const { patch, store } = contosoWorld();
  const { principalId, clientId } = store.get(identityIds.pullEurope)?.properties ?? {};
  const identity = {
    type: "UserAssigned",
    userAssignedIdentities: { [identityIds.pullEurope]: {} },
  };
  const after = patch(instanceIds.turin, { tags: { site: "Torino" }, identity });
  expect(after.tags).toEqual({ site: "Torino" });
  expect(after.identity?.userAssignedIdentities).toEqual({
    [identityIds.pullEurope]: { principalId, clientId },
  });
  expect(after.properties.version).toBe("1.2.189");
});

it("a PATCH of anything but tags and identity is refused", () => {
  const { patch } = contosoWorld();
  const { error } = refusal(() => patch(instanceIds.turin, { properties: { description: "x" } }));
  expect(error.target).toBe("properties");
});

it("an identity that does not exist, or may not be assigned, is refused", () => {
  const identityOf = (id: string) => ({
    identity: { type: "UserAssigned", userAssignedIdentities: { [id]: {} } },
  });
  const missing = `${identityIds.pullEurope}-missing`;
  expect(refusal(() => contosoWorld().patch(instanceIds.turin, identityOf(missing))).status).toBe(
    400,
  );
  const { patch } = contosoWorld([
    "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
  ]);
  const { error } = refusal(() => patch(instanceIds.turin, identityOf(identityIds.pullEurope)));
  expect(error.code).toBe("LinkedAuthorizationFailed");
});
