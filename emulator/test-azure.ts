import { z } from "zod";
import { personaOf, CONTOSO_TENANT_ID, type PersonaKey } from "./entra/personas";
import { createLocalAzure, type LocalAzure, type LocalAzureOptions } from "./local-azure";
import { ArmError, type ArmErrorDetail } from "./resource-manager/arm-error";
import type { ResourceProvider } from "./resource-manager/provider";
import type { Scenario } from "./scenarios/scenario";
import type { StoredResource } from "./store";

/** A local Azure of two invented resource types, for tests of the core. */

export const origin = "http://localhost:4281";
export const app = "http://localhost:4280";
export const subscriptionId = "5ab5c1d0-0000-4000-8000-000000000001";
export const otherSubscriptionId = "5ab5c1d0-0000-4000-8000-000000000002";
export const groupId = `/subscriptions/${subscriptionId}/resourceGroups/Rg-One`;
export const shopId = `${groupId}/providers/Test.Shop/shops/corner`;
export const version = "api-version=2026-01-01";

/** Role definitions of the tests, by the last segment of their id. */
const roles = {
  owner: { actions: ["*"] },
  reader: { actions: ["*/read"] },
  clerk: { actions: ["Test.Shop/*"], notActions: ["Test.Shop/shops/items/delete"] },
} as const;

const itemBody = z.object({ properties: z.strictObject({ price: z.number() }) });

const prepareItem = (body: unknown) => {
  const asked = itemBody.safeParse(body);
  if (!asked.success) throw new ArmError(400, "InvalidRequestContent", "The price is missing.");
  return { properties: asked.data.properties };
};

const name = { pattern: /^[a-z0-9][a-z0-9-]*$/, minLength: 3, maxLength: 10 };

const shop: ResourceProvider = {
  namespace: "Test.Shop",
  resourceTypes: [
    {
      type: "Test.Shop/shops",
      apiVersions: ["2026-01-01"],
      name,
      get: true,
      list: { scopes: ["subscription", "resourceGroup"], pageSize: 2, topParameter: "$top" },
      put: { prepare: () => ({ location: "westeurope", properties: {} }) },
      delete: {},
      actions: { listKeys: (_body, resource) => ({ status: 200, body: { keyOf: resource.name } }) },
    },
    {
      type: "Test.Shop/shops/items",
      apiVersions: ["2026-01-01"],
      name,
      get: true,
      list: { scopes: ["parent"], pageSize: 2 },
      put: {
        prepare: prepareItem,
        longRunning: {
          durationMs: 2_000,
          states: { create: "Accepted", update: "Updating" },
          via: "azure-async-operation",
        },
        onSucceeded: (resource, { store }) => {
          const stamped = { ...resource, properties: { ...resource.properties, isStamped: true } };
          store.put(stamped);
        },
      },
      patch: { prepare: prepareItem },
      delete: { longRunning: { durationMs: 1_000, state: "Deleting", via: "location" } },
      present: ({ id, name, type, systemData, properties }) => ({
        id,
        name,
        type,
        systemData,
        properties,
      }),
    },
  ],
};

/** The resource of an id with an even number of segments behind its last namespace. */
export function resource(
  id: string,
  type: string,
  properties: Record<string, unknown> = {},
): StoredResource {
  return { id, name: id.slice(id.lastIndexOf("/") + 1), type, properties };
}

/** A role of `roles` for a persona at a scope. */
export function assignment(
  key: PersonaKey,
  role: keyof typeof roles,
  scope: string,
): StoredResource {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${key}-${role}`;
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  const principalId = personaOf(key).objectId;
  return resource(id, "Microsoft.Authorization/roleAssignments", {
    principalId,
    roleDefinitionId,
    scope,
  });
}

const scenario: Scenario = {
  name: "test",
  description: "Two subscriptions, a shop and who works there.",
  build: () => [
    ...[subscriptionId, otherSubscriptionId].map((id, index) =>
      resource(`/subscriptions/${id}`, "Microsoft.Resources/subscriptions", {
        subscriptionId: id,
        displayName: `Subscription ${index + 1}`,
        tenantId: CONTOSO_TENANT_ID,
        state: "Enabled",
      }),
    ),
    { ...resource(groupId, "Microsoft.Resources/resourceGroups"), location: "westeurope" },
    { ...resource(shopId, "Test.Shop/shops"), location: "westeurope" },
    ...Object.entries(roles).map(([key, permission]) =>
      resource(
        `/providers/Microsoft.Authorization/roleDefinitions/${key}`,
        "Microsoft.Authorization/roleDefinitions",
        { permissions: [permission] },
      ),
    ),
    assignment("admin", "owner", `/subscriptions/${subscriptionId}`),
    assignment("admin", "owner", `/subscriptions/${otherSubscriptionId}`),
    assignment("reader", "reader", `/subscriptions/${subscriptionId}`),
    assignment("operator", "clerk", shopId),
  ],
};

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface TestAzure extends LocalAzure {
  /** Sends a request to ARM with a token of a persona's script, admin by default; `as: null` sends none. */
  arm(
    method: string,
    path: string,
    options?: {
      as?: PersonaKey | null;
      /** Tenant of the token; Contoso's by default. */
      tenant?: string;
      body?: unknown;
      headers?: Record<string, string>;
    },
  ): Promise<Answer>;
  /** Posts to the token endpoint as the portal in a browser does. */
  token(
    form: Record<string, string>,
    headers?: Record<string, string>,
    tenant?: string,
  ): Promise<Answer>;
  scriptToken(key: PersonaKey, tenant?: string): Promise<string>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Starts at 2026-11-21 08:00 with the clock frozen. */
export function createTestAzure(options: LocalAzureOptions = {}): TestAzure {
  const azure = createLocalAzure({
    machineNow: () => Date.parse("2026-11-21T08:00:00Z"),
    scenario: "test",
    scenarios: { test: scenario },
    providers: [shop],
    ...options,
  });
  const token: TestAzure["token"] = (form, headers = { origin: app }, tenant = CONTOSO_TENANT_ID) =>
    send(azure, `/${tenant}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams(form),
      headers,
    });
  const scriptToken: TestAzure["scriptToken"] = async (key, tenant) => {
    const { clientId, clientSecret } = personaOf(key);
    const form = {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://management.azure.com/.default",
    };
    const { body } = await token(form, { origin: app }, tenant);
    return String(body.access_token);
  };
  return {
    ...azure,
    token,
    scriptToken,
    async arm(method, path, { as = "admin", tenant, body, headers = {} } = {}) {
      const authorization = as === null ? undefined : `Bearer ${await scriptToken(as, tenant)}`;
      return send(azure, path, {
        method,
        headers: {
          ...(authorization ? { authorization } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
    },
    control: (method, path, body) =>
      send(azure, `/_emulator/${path}`, { method, body: JSON.stringify(body) }),
  };
}

/** Sends a request and reads the answer's JSON; an address on the emulator's origin may be absolute. */
export async function send(
  azure: Pick<LocalAzure, "fetch">,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await azure.fetch(new Request(new URL(path, origin), init));
  const text = await response.text();
  const isJson =
    response.headers.get("content-type")?.startsWith("application/json") && text !== "";
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

/** `error` of ARM's envelope. */
export function errorOf({ body }: Answer): ArmErrorDetail {
  return body.error as ArmErrorDetail;
}
