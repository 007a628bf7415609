import { isLoopbackOrigin } from "../entra/redirect-uris";
import type { EmulatorSettings } from "../control/settings";

/** Request headers that a browser may send from another origin. */
const allowedHeaders = [
  "Accept",
  "Accept-Language",
  "Authorization",
  "Content-Type",
  "If-Match",
  "If-None-Match",
  "X-AnchorMailbox",
  "x-ms-client-request-id",
  "x-ms-correlation-request-id",
  "x-ms-return-client-request-id",
  "x-ms-useragent",
  "traceparent",
];

/** Response headers that scripts of another origin may read when `exposeHeaders` is `all`. */
const exposedHeaders = [
  "Azure-AsyncOperation",
  "Location",
  "Retry-After",
  "WWW-Authenticate",
  "x-ms-client-request-id",
  "x-ms-correlation-request-id",
  "x-ms-ratelimit-remaining-subscription-deletes",
  "x-ms-ratelimit-remaining-subscription-reads",
  "x-ms-ratelimit-remaining-subscription-writes",
  "x-ms-ratelimit-remaining-tenant-reads",
  "x-ms-ratelimit-remaining-tenant-resource-requests",
  "x-ms-ratelimit-remaining-tenant-writes",
  "x-ms-request-id",
  "x-ms-routing-request-id",
  "x-ms-tenant-subscription-limit-hit",
  "x-ms-user-quota-remaining",
  "x-ms-user-quota-resets-after",
];

/** Which pages may call: those on loopback, and the origins that the host was started with. */
export type IsAllowedOrigin = (origin: string) => boolean;

export function allowedOrigins(more: readonly string[] = []): IsAllowedOrigin {
  return (origin) => isLoopbackOrigin(origin) || more.includes(origin);
}

/** Answers a preflight; a page that may not call gets an answer without permission. */
export function answerPreflight(request: Request, isAllowed: IsAllowedOrigin): Response {
  const headers = new Headers({ Vary: "Origin" });
  const origin = request.headers.get("origin");
  if (origin !== null && isAllowed(origin)) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    headers.set("Access-Control-Allow-Headers", allowedHeaders.join(", "));
    headers.set("Access-Control-Max-Age", "3600");
    if (request.headers.get("access-control-request-private-network") === "true") {
      headers.set("Access-Control-Allow-Private-Network", "true");
    }
  }
  return new Response(null, { status: 204, headers });
}

/** Lets the page that called read an answer. */
export function allowReading(
  response: Response,
  request: Request,
  { exposeHeaders }: EmulatorSettings,
  isAllowed: IsAllowedOrigin,
): void {
  response.headers.append("Vary", "Origin");
  const origin = request.headers.get("origin");
  if (origin === null || !isAllowed(origin)) return;
  response.headers.set("Access-Control-Allow-Origin", origin);
  if (exposeHeaders === "all") {
    response.headers.set("Access-Control-Expose-Headers", exposedHeaders.join(", "));
  }
}
