import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { isAbort } from "../../../lib/is-abort";
import { pathOf } from "../arm-url";
import { AzureError } from "../azure-error";
import { correlationIdOf, errorFromResponse, unreadableResponse } from "../error-from-response";

/** The only id of an exchange that CORS cannot hide from us, because it is ours. */
export const CLIENT_REQUEST_ID = "x-ms-client-request-id";

/** Longer than any answer of ARM; a request that takes longer hangs. */
const TIMEOUT_MS = 120_000;

/**
 * Limits how long a request takes and makes every failure an `AzureError`, without the request that the
 * library's errors hold: its body may be a secret's, its headers have the token. The body is let go with the
 * answer. An aborted request fails with an `AbortError`.
 */
export function errorPolicy(): PipelinePolicy {
  return {
    name: "errorPolicy",
    async sendRequest(request, next) {
      request.timeout = TIMEOUT_MS;
      const response = await next(request)
        .catch((error: unknown) => {
          throw transportFailure(error, request);
        })
        .finally(() => {
          // The library's timer keeps the request until the timeout is over.
          delete request.body;
        });
      if (response.status >= 200 && response.status < 300) {
        if (isWebPage(response)) throw webPageInstead(response, request);
        return response;
      }
      throw errorFromResponse({
        method: request.method,
        url: request.url,
        status: response.status,
        body: response.bodyAsText,
        header: (name) => response.headers.get(name),
        clientRequestId: request.headers.get(CLIENT_REQUEST_ID),
      });
    },
  };
}

/** What a proxy or the sign-in page of a network answers with, in Azure's name. */
function isWebPage({ headers, bodyAsText }: PipelineResponse): boolean {
  const text = bodyAsText?.trimStart() ?? "";
  const isHtml = /^\s*(text\/html|application\/xhtml)/i.test(headers.get("content-type") ?? "");
  return text.startsWith("<") || (isHtml && !text.startsWith("{"));
}

function webPageInstead(response: PipelineResponse, request: PipelineRequest): AzureError {
  const header = (name: string) => response.headers.get(name);
  const clientRequestId = request.headers.get(CLIENT_REQUEST_ID);
  return unreadableResponse(
    {
      method: request.method,
      path: pathOf(request.url),
      status: response.status,
      correlationId: correlationIdOf({ header, clientRequestId }),
    },
    "A web page came instead of Azure’s answer: perhaps the sign-in page of your network, or a proxy’s.",
  );
}

function transportFailure(error: unknown, request: PipelineRequest): Error {
  if (error instanceof AzureError) return error;
  if (request.abortSignal?.aborted) {
    return new DOMException("The request was stopped.", "AbortError");
  }
  const hasTimedOut = isAbort(error);
  return new AzureError({
    status: 0,
    code: "NetworkError",
    message: hasTimedOut
      ? `Azure did not answer within ${TIMEOUT_MS / 1_000} seconds.`
      : "Azure could not be reached.",
    method: request.method,
    path: pathOf(request.url),
    correlationId: request.headers.get(CLIENT_REQUEST_ID),
  });
}
