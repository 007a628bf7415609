import { isProbablySignedIn } from "../sign-in/session-storage";
import { SignedOutPage } from "../sign-in/signed-out-page";
import { useStart } from "../start-context";
import { Shell } from "./shell";
import { StartFailurePage } from "./start-failure-page";

/**
 * What every URL shows: the page in the shell, or what keeps it from being shown. The shell is
 * drawn while the sign-in library loads, if this tab was signed in before.
 */
export function RootPage() {
  const start = useStart();
  switch (start.status) {
    case "failed":
      return <StartFailurePage error={start.error} />;
    case "starting":
      return isProbablySignedIn(sessionStorage) ? <Shell /> : <SignedOutPage />;
    case "started":
      return start.app.session.account ? (
        <Shell app={start.app} />
      ) : (
        <SignedOutPage session={start.app.session} />
      );
  }
}
