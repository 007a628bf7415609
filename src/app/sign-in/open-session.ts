import {
  PublicClientApplication,
  type AccountInfo,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { CLOUDS } from "../../lib/clouds";
import type { Account } from "../../queries/azure-context";
import { eraseRowCaches, expireRowCaches } from "../../queries/endpoint-list/row-cache";
import type { AppConfig } from "../config";
import { createDepartures, openDepartureChannel } from "./departures";
import { accountIdOf, authorityOf, isForManyDirectories } from "./directory";
import { createGetToken } from "./get-token";
import { hasMissedDeparture, noteArrival } from "./missed-departures";
import { msalConfiguration } from "./msal-configuration";
import type { Session } from "./session";
import { arrive, leaveFor, forgetPerson, forgetWork, rememberPerson } from "./session-storage";
import { createSignInNeed } from "./sign-in-need";

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
  const purpose = arrive(sessionStorage);
  let signInError: unknown;
  try {
    const result = await application.handleRedirectPromise();
    if (result) {
      const { homeAccountId } = result.account;
      rememberPerson(sessionStorage, homeAccountId, localStorage);
      // After what was another person's is forgotten: their arrival is noted under the same key.
      noteArrival(sessionStorage, localStorage, homeAccountId);
      await keepOnly(application, result.account, otherTabs.tell);
    }
  } catch (error) {
    signInError = error;
  }

  const accountInfo = await accountOfTab(application);
  if (accountInfo) rememberPerson(sessionStorage, accountInfo.homeAccountId, localStorage);
  else forgetPerson(sessionStorage);
  void expireRowCaches();

  const scopes = [CLOUDS[config.cloud].scope];
  const authority = accountInfo
    ? authorityOf(config.authority, accountInfo.tenantId)
    : config.authority;
  const need = createSignInNeed(async (claims) => {
    leaveFor(sessionStorage, "confirmation");
    await application.acquireTokenRedirect({
      scopes,
      authority,
      ...(accountInfo ? { account: accountInfo } : {}),
      ...(claims === undefined ? {} : { claims }),
    });
  });

  const departures = createDepartures();
  if (accountInfo) {
    otherTabs.listen(accountInfo.homeAccountId, () => {
      if (departures.current()) return;
      void eraseRowCaches({ isSignOut: true });
      const departure = { isUnderWay: false, isElsewhere: true };
      departures.depart(departure);
      application
        .clearCache({ account: accountInfo })
        .catch((error: unknown) => departures.depart({ ...departure, error }));
    });
  }

  return {
    account: accountInfo && toAccount(accountInfo),
    signInError,
    purpose,
    signInNeed: need,
    getToken: createGetToken({
      application,
      account: accountInfo,
      authority,
      raiseSignInNeed: need.raise,
    }),
    signIn: async () => {
      leaveFor(sessionStorage, "sign-in");
      await application.loginRedirect({ scopes });
    },
    switchAccount: async () => {
      leaveFor(sessionStorage, "account");
      await application.loginRedirect({ scopes, prompt: "select_account" });
    },
    canSwitchDirectory: isForManyDirectories(config.authority),
    switchDirectory: async (tenantId) => {
      leaveFor(sessionStorage, "directory");
      await application.loginRedirect({
        scopes,
        authority: authorityOf(config.authority, tenantId),
        ...(accountInfo ? { account: accountInfo } : {}),
      });
    },
    signOut: async () => {
      if (accountInfo) forgetWork(localStorage, accountInfo.homeAccountId);
      await eraseRowCaches({ isSignOut: true });
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

/** Whose tokens this tab has. It was discarded or frozen, maybe, while they left in another tab. */
async function accountOfTab(
  application: IPublicClientApplication,
): Promise<AccountInfo | undefined> {
  const account = application.getActiveAccount() ?? application.getAllAccounts()[0];
  if (!account || !hasMissedDeparture(sessionStorage, localStorage, account.homeAccountId)) {
    return account;
  }
  await application.clearCache({ account });
  return undefined;
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
  if (others.length > 0) await eraseRowCaches();
  for (const other of others) {
    tellLeft(other.homeAccountId);
    await application.clearCache({ account: other });
  }
}

function toAccount(info: AccountInfo): Account {
  return {
    id: accountIdOf(info),
    name: info.name ?? info.username,
    userName: info.username,
    tenantId: info.tenantId,
  };
}
