import { z } from "zod";
import { badRequest } from "./query-error";

const ROWS_AT_MOST = 1_000;
const SUBSCRIPTIONS_AT_MOST = 1_000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const optionsSchema = z.object({
  $top: z.int().min(1).max(ROWS_AT_MOST).optional(),
  $skip: z.int().min(0).optional(),
  $skipToken: z.string().optional(),
  resultFormat: z.enum(["objectArray", "table"]).optional(),
  allowPartialScopes: z.boolean().optional(),
  authorizationScopeFilter: z
    .enum(["AtScopeAndBelow", "AtScopeAndAbove", "AtScopeExact", "AtScopeAboveAndBelow"])
    .optional(),
});

const requestSchema = z.object({
  query: z.string().min(1),
  subscriptions: z.array(z.string()).optional(),
  managementGroups: z.array(z.string()).optional(),
  options: optionsSchema.optional(),
  facets: z.array(z.unknown()).max(0).optional(),
});

/** A query request whose shape was checked. */
export interface QueryRequest {
  query: string;
  subscriptions?: string[];
  top: number;
  skip: number;
  skipToken?: string;
  resultFormat: "objectArray" | "table";
}

/**
 * Checks a request body (`QueryRequest` of Microsoft.ResourceGraph 2024-04-01). Facets and management
 * groups are not emulated and refused.
 * @throws ArmError 400
 */
export function readQueryRequest(body: unknown): QueryRequest {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badRequest(
      "InvalidRequestContent",
      `The request member '${issue?.path.join(".") ?? ""}' is not valid: ${issue?.message ?? ""}`,
    );
  }
  const { query, subscriptions, managementGroups, options } = parsed.data;
  if (managementGroups?.length) {
    throw badRequest("UnsupportedScope", "Management groups are not part of this local Azure.");
  }
  if ((subscriptions?.length ?? 0) > SUBSCRIPTIONS_AT_MOST) {
    throw badRequest(
      "TooManySubscriptions",
      `A query takes at most ${SUBSCRIPTIONS_AT_MOST} subscriptions.`,
    );
  }
  const malformed = subscriptions?.filter((id) => !GUID.test(id)) ?? [];
  if (malformed.length > 0) {
    throw badRequest(
      "SubscriptionsContainInvalidGuids",
      `Subscription ids have to be valid GUIDs. Given: '${malformed.join(", ")}'.`,
    );
  }
  return {
    query,
    ...(subscriptions?.length ? { subscriptions } : {}),
    top: options?.$top ?? ROWS_AT_MOST,
    skip: options?.$skip ?? 0,
    ...(options?.$skipToken ? { skipToken: options.$skipToken } : {}),
    resultFormat: options?.resultFormat ?? "objectArray",
  };
}
