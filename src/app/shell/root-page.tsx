import { useSyncExternalStore } from "react";
import { Loading } from "../../ui/loading";
import { DepartedPage } from "../sign-in/departed-page";
import type { Departure } from "../sign-in/departures";
import type { Session } from "../sign-in/session";
import { isProbablySignedIn } from "../sign-in/session-storage";
import { SignedOutPage } from "../sign-in/signed-out-page";
import { useStart } from "../start-context";
import { FullPage } from "./full-page";
import { Shell } from "./shell";
import { StartFailurePage } from "./start-failure-page";
import { useReloadOnReturn } from "./use-reload-on-return";

/**
 * What every URL shows: the page in the shell, or what keeps it from being shown. The shell is
 * drawn while the sign-in library loads, if this tab was signed in before.
 */
export function RootPage() {
  const start = useStart();
  const app = start.status === "started" ? start.app : undefined;
  const departure = useDeparture(app?.session);
  const isReturning = useReloadOnReturn();
  if (isReturning) {
    return (
      <FullPage>
        <Loading label="Loading…" />
      </FullPage>
    );
  }
  if (start.status === "failed") return <StartFailurePage error={start.error} />;
  if (app && departure) return <DepartedPage session={app.session} departure={departure} />;
  // One place in the tree before and after the start: a press of “Sign in” meanwhile is not lost.
  const isSignedIn = app ? app.session.account !== undefined : isProbablySignedIn(sessionStorage);
  return isSignedIn ? <Shell app={app} /> : <SignedOutPage session={app?.session} />;
}

function useDeparture(session: Session | undefined): Departure | undefined {
  return useSyncExternalStore(session ? session.departures.subscribe : subscribeToNothing, () =>
    session?.departures.current(),
  );
}

function subscribeToNothing() {
  return () => undefined;
}
