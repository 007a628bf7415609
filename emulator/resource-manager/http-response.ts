import { randomUUID } from "node:crypto";
import type { ArmRequest, ArmResponse } from "./arm-message";

/**
 * The HTTP answer of Resource Manager with the headers that every answer carries: correlation ids, and
 * what is left of the caller's rate limit (a constant: only faults throttle).
 */
export function toHttpResponse(
  { status, body, headers = {} }: ArmResponse,
  request: Pick<ArmRequest, "method" | "url" | "headers">,
  now: number,
): Response {
  const hasBody = body !== undefined && status !== 204;
  const response = new Response(hasBody ? JSON.stringify(body) : null, { status });
  const set = (name: string, value: string) => response.headers.set(name, value);
  if (hasBody) set("Content-Type", "application/json; charset=utf-8");
  set("Cache-Control", "no-cache");
  set("X-Content-Type-Options", "nosniff");
  const requestId = randomUUID();
  const correlationId = request.headers.get("x-ms-correlation-request-id") ?? requestId;
  set("x-ms-request-id", requestId);
  set("x-ms-correlation-request-id", correlationId);
  set("x-ms-routing-request-id", `LOCAL:${compactTime(now)}:${correlationId}`);
  const clientRequestId = request.headers.get("x-ms-client-request-id");
  if (clientRequestId !== null) set("x-ms-client-request-id", clientRequestId);
  set(...rateLimitHeader(request));
  for (const [name, value] of Object.entries(headers)) set(name, value);
  return response;
}

/** Buckets hold 250 reads, 200 writes and 200 deletes (ARM throttling documentation). */
function rateLimitHeader({ method, url }: Pick<ArmRequest, "method" | "url">): [string, string] {
  const isInSubscription = /^\/subscriptions\/./i.test(url.pathname);
  const level = `x-ms-ratelimit-remaining-${isInSubscription ? "subscription" : "tenant"}`;
  if (method === "GET" || method === "HEAD") return [`${level}-reads`, "249"];
  if (method === "DELETE" && isInSubscription) return [`${level}-deletes`, "199"];
  return [`${level}-writes`, "199"];
}

/** `20261121T080000Z` */
function compactTime(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}
