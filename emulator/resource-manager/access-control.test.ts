import { expect, test } from "vitest";
import { createClock } from "../clock";
import { personaOf } from "../entra/personas";
import { createStore } from "../store";
import { assignment, resource, shopId, subscriptionId } from "../test-azure";
import { createAccessControl, type Permission } from "./access-control";

const oscar = personaOf("operator").objectId;
const scope = `/subscriptions/${subscriptionId}`;

function setUp(roles: Record<string, Partial<Permission>[]>) {
  const store = createStore();
  for (const [name, permissions] of Object.entries(roles)) {
    const id = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${name}`;
    store.put(resource(id, "Microsoft.Authorization/roleDefinitions", { permissions }));
  }
  const clock = createClock(() => 0);
  const timing = { clock, delayMs: 0 };
  const access = createAccessControl(store, { clock, delayMs: () => timing.delayMs });
  return { store, access, timing };
}

test("a role counts at its scope and below, not above and not beside", () => {
  const { store, access } = setUp({ reader: [{ actions: ["*/read"] }] });
  store.put(assignment("operator", "reader", shopId));
  const may = (at: string) => access.may(oscar, "Test.Shop/shops/read", at);
  expect(may(shopId)).toBe(true);
  expect(may(shopId.toUpperCase())).toBe(true);
  expect(may(`${shopId}/items/one`)).toBe(true);
  expect(may(`${shopId}-annex`)).toBe(false);
  expect(may(scope)).toBe(false);
});

test("notActions take away from their own element only", () => {
  const permissions = [{ actions: ["*"], notActions: ["*/delete"] }];
  const { store, access } = setUp({ clerk: permissions, owner: [{ actions: ["Test.Shop/*"] }] });
  store.put(assignment("operator", "clerk", scope));
  expect(access.may(oscar, "Test.Shop/shops/delete", shopId)).toBe(false);
  store.put(assignment("operator", "owner", shopId));
  expect(access.may(oscar, "Test.Shop/shops/delete", shopId)).toBe(true);
  expect(access.may(oscar, "Other.Thing/things/delete", shopId)).toBe(false);
});

test("data actions grant nothing in Resource Manager", () => {
  const { store, access } = setUp({ reader: [{ dataActions: ["Test.Shop/shops/read"] }] });
  store.put(assignment("operator", "reader", scope));
  expect(access.may(oscar, "Test.Shop/shops/read", shopId)).toBe(false);
});

test("decisions follow changes of assignments and definitions at once", () => {
  const { store, access } = setUp({ reader: [{ actions: ["*/read"] }] });
  const role = assignment("operator", "reader", scope);
  const mayRead = () => access.may(oscar, "Test.Shop/shops/read", shopId);
  expect(mayRead()).toBe(false);
  store.put(role);
  expect(mayRead()).toBe(true);
  store.delete(role.id);
  expect(mayRead()).toBe(false);
});

test("a role near a scope is one at it, above it or below it", () => {
  const { store, access } = setUp({ reader: [{ actions: [] }] });
  store.put(assignment("operator", "reader", shopId));
  expect(access.hasRoleNear(oscar, scope)).toBe(true);
  expect(access.hasRoleNear(oscar, `${shopId}/items/one`)).toBe(true);
  expect(access.hasRoleNear(oscar, `${shopId}-annex`)).toBe(false);
});

test("with a delay, an assignment and its removal count when it has passed", () => {
  const { store, access, timing } = setUp({ reader: [{ actions: ["*/read"] }] });
  timing.delayMs = 60_000;
  const role = assignment("operator", "reader", scope);
  const mayRead = () => access.may(oscar, "Test.Shop/shops/read", shopId);
  let changes = 0;
  access.subscribe(() => changes++);
  store.put(role);
  timing.clock.advance(59_999);
  expect([mayRead(), changes]).toEqual([false, 0]);
  timing.clock.advance(1);
  expect([mayRead(), changes]).toEqual([true, 1]);
  store.delete(role.id);
  expect(mayRead()).toBe(true);
  timing.clock.advance(60_000);
  expect([mayRead(), changes]).toEqual([false, 2]);
});

test("an earlier change never overtakes a later one, whatever the delay has become", () => {
  const { store, access, timing } = setUp({ reader: [{ actions: ["*/read"] }] });
  const role = assignment("operator", "reader", scope);
  timing.delayMs = 60_000;
  store.put(role);
  timing.delayMs = 0;
  store.delete(role.id);
  timing.clock.advance(60_000);
  expect(access.may(oscar, "Test.Shop/shops/read", shopId)).toBe(false);
});
