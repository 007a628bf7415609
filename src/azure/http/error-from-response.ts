import { AzureError } from "./azure-error";
import { pathOf } from "./arm-url";
import { detailFrom, fullMessage, isRecord, parseJson } from "./error-detail";
import { retryAfterSeconds } from "./retry-after";

/** The parts of an answer that an error is made of. `header` answers undefined for what CORS hides. */
export interface FailedResponse {
  method: string;
  url: string;
  status: number;
  body: string | undefined | null;
  header(name: string): string | undefined;
  /** The `x-ms-client-request-id` that we sent: what support can search for when CORS hides Azure's ids. */
  clientRequestId?: string;
}

/**
 * Turns any answer that is not a success into an `AzureError`: ARM's envelope, CloudError, the flat
 * `{code, message}` of some gateways, HTML or nothing at all. Never throws.
 */
export function errorFromResponse(response: FailedResponse): AzureError {
  const { status, method, url } = response;
  const body = parseJson(response.body ?? "");
  const detail = isRecord(body) ? (detailFrom(body.error) ?? detailFrom(body)) : undefined;
  const wait = retryAfterSeconds(response.header("retry-after"));
  const isForeign = detail === undefined && Boolean(response.body?.trim());
  return new AzureError({
    status,
    code: detail?.code ?? (isForeign ? "UnreadableResponse" : `Http${status}`),
    message: (detail && fullMessage(detail)) ?? messageWithout(detail?.code, isForeign, status),
    method,
    path: pathOf(url),
    target: detail?.target,
    details: detail?.details,
    correlationId: correlationIdOf(response),
    retryAfterSeconds: wait,
  });
}

/** An answer that is a success by its status but not by its content. */
export function unreadableResponse(
  exchange: { method: string; path: string; status: number; correlationId?: string },
  message = "The answer is not JSON, or was cut off.",
): AzureError {
  return new AzureError({ code: "UnreadableResponse", message, ...exchange });
}

/** Azure's correlation id of an exchange, else the id that we gave it. */
export function correlationIdOf({
  header,
  clientRequestId,
}: Pick<FailedResponse, "header" | "clientRequestId">): string | undefined {
  return header("x-ms-correlation-request-id") ?? header("x-ms-request-id") ?? clientRequestId;
}

function messageWithout(code: string | undefined, isForeign: boolean, status: number): string {
  if (code !== undefined) return `Azure answered ${code} and gave no reason.`;
  return isForeign
    ? `The answer, with HTTP status ${status}, is not one that Azure Resource Manager gives.`
    : `Azure answered with HTTP status ${status} and gave no reason.`;
}
