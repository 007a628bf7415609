import { useSyncExternalStore } from "react";
import { Loading } from "../../ui/loading";
import { DepartedPage } from "../sign-in/departed-page";
import { isProbablySignedIn } from "../sign-in/session-storage";
import { SignedOutPage } from "../sign-in/signed-out-page";
import type { StartedApp } from "../start";
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
  const isReturning = useReloadOnReturn();
  if (isReturning) {
    return (
      <FullPage>
        <Loading label="Loading…" />
      </FullPage>
    );
  }
  switch (start.status) {
    case "failed":
      return <StartFailurePage error={start.error} />;
    case "starting":
      return isProbablySignedIn(sessionStorage) ? <Shell /> : <SignedOutPage />;
    case "started":
      return <StartedPage app={start.app} />;
  }
}

function StartedPage({ app }: { app: StartedApp }) {
  const { session } = app;
  const departure = useSyncExternalStore(session.departures.subscribe, session.departures.current);
  if (departure) return <DepartedPage session={session} departure={departure} />;
  return session.account ? <Shell app={app} /> : <SignedOutPage session={session} />;
}
