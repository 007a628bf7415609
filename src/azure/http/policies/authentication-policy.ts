import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import type { GetToken } from "../../client";
import { pathOf } from "../arm-url";
import { AzureError } from "../azure-error";
import { azureOrigin } from "../azure-origin";

/**
 * Signs requests to the configured ARM origin, and refuses to send any other: the library's bearer policy
 * would send the token wherever a `nextLink`, `Location` or `Azure-AsyncOperation` points. Answers a
 * claims challenge, and a bare 401 with a fresh token, each by sending the request once more; not the
 * refusal of a resource in another directory. However many requests are refused for one token, one fresh
 * token is asked for.
 * @throws AzureError `ForeignOrigin`, or what `getToken` fails with
 */
export function authenticationPolicy(options: {
  endpoint: string;
  scope: string;
  getToken: GetToken;
}): PipelinePolicy {
  const origin = azureOrigin(options.endpoint);
  const { scope, getToken } = options;

  let renewed: { refused: string; claims: string | undefined; token: Promise<string> } | undefined;
  const renew = (refused: string, claims: string | undefined) => {
    if (renewed?.refused === refused && renewed.claims === claims) return renewed.token;
    const token = getToken({
      scope,
      ...(claims === undefined ? { forceRefresh: true } : { claims }),
    });
    const renewal = { refused, claims, token };
    renewed = renewal;
    // A token that could not be had is asked for again by whoever is refused next.
    token.catch(() => {
      if (renewed === renewal) renewed = undefined;
    });
    return token;
  };

  const sign = async (
    request: PipelineRequest,
    getIt: (abortSignal: AbortSignal | undefined) => Promise<string>,
  ) => {
    const abortSignal = request.abortSignal as AbortSignal | undefined;
    try {
      const token = await getIt(abortSignal);
      abortSignal?.throwIfAborted();
      request.headers.set("authorization", `Bearer ${token}`);
    } catch (error) {
      throw error instanceof AzureError || request.abortSignal?.aborted ? error : noToken(request);
    }
  };

  return {
    name: "authenticationPolicy",
    async sendRequest(request, next): Promise<PipelineResponse> {
      const asked = URL.canParse(request.url) ? new URL(request.url).origin : "nowhere";
      if (asked !== origin) throw foreignOrigin(request, asked, origin);
      // ARM does not redirect, and a redirect would take the request where nobody checked.
      request.requestOverrides = { ...request.requestOverrides, redirect: "error" };
      await sign(request, (abortSignal) => getToken({ scope, abortSignal }));
      const response = await next(request);
      if (response.status !== 401 || isOfOtherTenant(response)) return response;
      const claims = claimsOf(response.headers.get("www-authenticate"));
      const refused = request.headers.get("authorization") ?? "";
      await sign(request, () => renew(refused, claims));
      const second = await next(request);
      // A fresh token is refused as well: only the person can go on, and says so to who asks for it.
      if (second.status === 401) {
        await sign(request, (abortSignal) =>
          getToken({ scope, abortSignal, isRefused: true, claims }),
        );
      }
      return second;
    },
  };
}

/** Another token of the same directory would be refused as well, and signing in again would change nothing. */
function isOfOtherTenant({ bodyAsText }: PipelineResponse): boolean {
  return bodyAsText?.includes('"InvalidAuthenticationTokenTenant"') ?? false;
}

/** The decoded claims of a `WWW-Authenticate: Bearer … claims="<base64>"`, if there are any. */
function claimsOf(header: string | undefined): string | undefined {
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    const text = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function foreignOrigin(request: PipelineRequest, asked: string, origin: string): AzureError {
  return new AzureError({
    status: 0,
    code: "ForeignOrigin",
    message: `Azure's answer points to ${asked}, which is not ${origin}.`,
    method: request.method,
    path: pathOf(request.url),
  });
}

function noToken(request: PipelineRequest): AzureError {
  return new AzureError({
    status: 0,
    code: "TokenUnavailable",
    message: "The sign-in service gave no access token.",
    method: request.method,
    path: pathOf(request.url),
  });
}
