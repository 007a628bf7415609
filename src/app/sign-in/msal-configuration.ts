import type { Configuration } from "@azure/msal-browser";
import type { AppConfig } from "../config";

/** The page that receives sign-in answers; it is what the app registration lists. */
const REDIRECT_PAGE = "/redirect.html";

/**
 * MSAL's settings for a configuration. `origin` is the app's own. A local issuer differs from Entra
 * by `knownAuthorities` and `authorityMetadata` only. `CP1` declares that claims challenges are
 * understood (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export function msalConfiguration(config: AppConfig, origin: string): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: `${origin}${REDIRECT_PAGE}`,
      postLogoutRedirectUri: `${origin}${REDIRECT_PAGE}`,
      clientCapabilities: ["CP1"],
      ...(config.knownAuthorities ? { knownAuthorities: config.knownAuthorities } : {}),
      ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
    },
  };
}
