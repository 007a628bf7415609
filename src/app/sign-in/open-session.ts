import {
  CacheLookupPolicy,
  PublicClientApplication,
  type AccountInfo,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import type { GetToken } from "../../azure/client";
import { CLOUDS } from "../../lib/clouds";
import type { Account } from "../../queries/azure-context";
import type { AppConfig } from "../config";
import { createDepartures, openDepartureChannel } from "./departures";
import { msalConfiguration } from "./msal-configuration";
import type { Session } from "./session";
import { expectSignIn, forgetPerson, forgetWork, rememberAccount } from "./session-storage";
import { createSignInNeed } from "./sign-in-need";
import { claimsOf, isSignInNeeded, signInRequired, tokenFailure } from "./token-failure";

/**
 * Starts MSAL, takes in the answer of a sign-in that is coming back, and answers the session of
 * this tab. Redirects and refresh tokens only: no hidden frame, which browsers that block
 * third-party cookies let time out.
 */
export async function openSession(config: AppConfig): Promise<Session> {
  const application = new PublicClientApplication(
    msalConfiguration(config, window.location.origin),
  );
  await application.initialize();

  const otherTabs = openDepartureChannel();
  let signInError: unknown;
  try {
    const result = await application.handleRedirectPromise();
    if (result) await keepOnly(application, result.account, otherTabs.tell);
  } catch (error) {
    signInError = error;
  }

  const accountInfo = application.getActiveAccount() ?? application.getAllAccounts()[0];
  if (accountInfo) rememberAccount(sessionStorage, accountInfo.homeAccountId, localStorage);
  else forgetPerson(sessionStorage);

  const scopes = [CLOUDS[config.cloud].scope];
  const need = createSignInNeed((claims) =>
    application.acquireTokenRedirect({
      scopes,
      ...(accountInfo ? { account: accountInfo } : {}),
      ...(claims === undefined ? {} : { claims }),
    }),
  );

  const departures = createDepartures();
  otherTabs.listen((accountId) => {
    if (accountId !== accountInfo?.homeAccountId) return;
    const departure = { isUnderWay: false, isElsewhere: true };
    departures.depart(departure);
    application
      .clearCache({ account: accountInfo })
      .catch((error: unknown) => departures.depart({ ...departure, error }));
  });

  return {
    account: accountInfo && toAccount(accountInfo),
    signInError,
    signInNeed: need,
    getToken: createGetToken(application, accountInfo, need.raise),
    signIn: async () => {
      expectSignIn(sessionStorage);
      await application.loginRedirect({ scopes });
    },
    switchAccount: () => application.loginRedirect({ scopes, prompt: "select_account" }),
    signOut: async () => {
      if (accountInfo) forgetWork(localStorage, accountInfo.homeAccountId);
      departures.depart({ isUnderWay: true, isElsewhere: false });
      if (accountInfo) otherTabs.tell(accountInfo.homeAccountId);
      try {
        await application.logoutRedirect(accountInfo ? { account: accountInfo } : {});
      } catch (error) {
        departures.depart({ isUnderWay: false, isElsewhere: false, error });
      }
    },
    departures,
  };
}

function createGetToken(
  application: IPublicClientApplication,
  account: AccountInfo | undefined,
  raiseSignInNeed: (claims?: string) => void,
): GetToken {
  return async ({ scope, claims, forceRefresh, isRefused, abortSignal }) => {
    abortSignal?.throwIfAborted();
    if (isRefused) {
      raiseSignInNeed(claims);
      throw signInRequired();
    }
    try {
      const { accessToken } = await application.acquireTokenSilent({
        scopes: [scope],
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

/**
 * One person a tab: the tokens of whoever was signed in before are removed, in the other tabs too,
 * which would go on as somebody who has handed over.
 */
async function keepOnly(
  application: IPublicClientApplication,
  account: AccountInfo,
  tellLeft: (accountId: string) => void,
): Promise<void> {
  application.setActiveAccount(account);
  const others = application
    .getAllAccounts()
    .filter(({ homeAccountId }) => homeAccountId !== account.homeAccountId);
  for (const other of others) {
    tellLeft(other.homeAccountId);
    await application.clearCache({ account: other });
  }
}

function toAccount(info: AccountInfo): Account {
  return {
    id: info.homeAccountId,
    name: info.name ?? info.username,
    userName: info.username,
    tenantId: info.tenantId,
  };
}
