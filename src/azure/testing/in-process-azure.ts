import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
} from "@azure/core-rest-pipeline";
import type { AzureClientOptions, GetToken } from "../client";

type Fetch = (request: Request) => Promise<Response>;

/** A script's sign-in with client credentials. */
export interface ScriptCredential {
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

const ORIGIN = "http://localhost:4281";
/** Response headers that a page of another origin may always read (Fetch standard, CORS). */
const SAFELISTED = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);

/**
 * Client options for an Azure in this process, called through its `fetch` as a page of another origin
 * would: only the headers that CORS exposes are seen.
 */
export function inProcessAzure(fetch: Fetch, credential: ScriptCredential): AzureClientOptions {
  return {
    endpoint: ORIGIN,
    scope: "https://management.azure.com/.default",
    getToken: scriptToken(fetch, credential),
    httpClient: httpClientOn(fetch),
  };
}

function scriptToken(fetch: Fetch, credential: ScriptCredential): GetToken {
  let cached: Promise<string> | undefined;
  const ask = async (scope: string, claims: string | undefined) => {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: credential.clientId,
      client_secret: credential.clientSecret,
      scope,
      ...(claims === undefined ? {} : { claims }),
    });
    const url = `${ORIGIN}/${credential.tenantId}/oauth2/v2.0/token`;
    const response = await fetch(new Request(url, { method: "POST", body: form }));
    const { access_token } = (await response.json()) as { access_token?: string };
    if (access_token === undefined) throw new Error(`No token: HTTP ${response.status}.`);
    return access_token;
  };
  return ({ scope, claims, forceRefresh }) => {
    if (claims !== undefined || forceRefresh) cached = undefined;
    cached ??= ask(scope, claims);
    return cached;
  };
}

function httpClientOn(fetch: Fetch): HttpClient {
  return {
    async sendRequest(request: PipelineRequest) {
      const headers = new Headers(request.headers.toJSON());
      headers.set("origin", "http://localhost:4280");
      const body = typeof request.body === "string" ? request.body : undefined;
      let response: Response;
      try {
        response = await fetch(
          new Request(request.url, { method: request.method, headers, body: body ?? null }),
        );
      } catch {
        throw new RestError("Error sending request", {
          code: RestError.REQUEST_SEND_ERROR,
          request,
        });
      }
      return {
        request,
        status: response.status,
        headers: createHttpHeaders(visibleHeaders(response.headers)),
        bodyAsText: await response.text(),
      };
    },
  };
}

function visibleHeaders(headers: Headers): Record<string, string> {
  const exposed = (headers.get("access-control-expose-headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    [...headers].filter(([name]) => SAFELISTED.has(name) || exposed.includes(name)),
  );
}
