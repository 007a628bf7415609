import { AzureError } from "../http/azure-error";
import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import type { AzureClientOptions, GetToken } from "../client";

/** One answer of a scripted Azure: JSON unless `body` is text; `isBroken` ends the connection instead. */
export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  isBroken?: boolean;
}

export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

type Answer = ScriptedAnswer | ((request: SentRequest) => ScriptedAnswer);

/**
 * A transport that plays the given answers in turn, and records what was sent. A request too many gets
 * 418, which nothing retries.
 */
export function scriptedAzure(...answers: Answer[]) {
  const sent: SentRequest[] = [];
  const tokenRequests: Omit<Parameters<GetToken>[0], "abortSignal">[] = [];
  const httpClient: HttpClient = {
    sendRequest(request: PipelineRequest) {
      if (request.abortSignal?.aborted) return Promise.reject(new DOMException("", "AbortError"));
      const recorded: SentRequest = {
        method: request.method,
        url: request.url,
        headers: request.headers.toJSON(),
        body: typeof request.body === "string" ? JSON.parse(request.body) : undefined,
      };
      sent.push(recorded);
      const next = answers.shift() ?? { status: 418, body: "No answer is left in the script." };
      const answer = typeof next === "function" ? next(recorded) : next;
      if (answer.isBroken) {
        return Promise.reject(
          new RestError("Error sending request: fetch failed", {
            code: RestError.REQUEST_SEND_ERROR,
            request,
          }),
        );
      }
      const { status = 200, headers = {}, body } = answer;
      const isText = typeof body === "string" || body === undefined;
      return Promise.resolve({
        request,
        status,
        headers: createHttpHeaders({ "content-type": "application/json", ...headers }),
        bodyAsText: isText ? body : JSON.stringify(body),
      });
    },
  };
  const options: AzureClientOptions = {
    endpoint: "https://management.azure.com",
    scope: "https://management.azure.com/user_impersonation",
    getToken: ({ scope, claims, forceRefresh, isRefused }) => {
      tokenRequests.push({ scope, claims, forceRefresh, isRefused });
      if (isRefused) return Promise.reject(signInRequired());
      return Promise.resolve(`token-${tokenRequests.length}`);
    },
    httpClient,
  };
  return { options, sent, tokenRequests, answersLeft: () => answers.length };
}

function signInRequired(): AzureError {
  return new AzureError({ status: 401, code: "SignInRequired", message: "Sign in again." });
}
