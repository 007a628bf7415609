import {
  CacheLookupPolicy,
  type AccountInfo,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import type { GetToken } from "../../azure/client";
import { claimsOf, isSignInNeeded, signInRequired, tokenFailure } from "./token-failure";

interface TokenSource {
  application: IPublicClientApplication;
  account: AccountInfo | undefined;
  /** Sign-in address of the account's directory: for another one the library answers with its token. */
  authority: string;
  raiseSignInNeed: (claims?: string) => void;
}

/** Gets tokens from the sign-in library without leaving the page; raises the need where only the person can. */
export function createGetToken({
  application,
  account,
  authority,
  raiseSignInNeed,
}: TokenSource): GetToken {
  return async ({ scope, claims, forceRefresh, isRefused, abortSignal }) => {
    abortSignal?.throwIfAborted();
    if (isRefused) {
      raiseSignInNeed(claims);
      throw signInRequired();
    }
    try {
      const { accessToken } = await application.acquireTokenSilent({
        scopes: [scope],
        authority,
        ...(account ? { account } : {}),
        ...(claims === undefined ? {} : { claims }),
        forceRefresh: forceRefresh ?? false,
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      });
      return accessToken;
    } catch (error) {
      if (isSignInNeeded(error)) raiseSignInNeed(claimsOf(error) ?? claims);
      throw tokenFailure(error);
    }
  };
}
