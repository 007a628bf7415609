import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { AzureProvider, type Account } from "../../queries/azure-context";
import { useKeptNotifications } from "../../ui/kept-notifications";
import { Loading } from "../../ui/loading";
import { useShortcut } from "../../ui/shortcuts";
import { preloadAllPages } from "../pages";
import { useDeclinedSignIn } from "../sign-in/use-sign-in-failure";
import type { StartedApp } from "../start";
import { Navigation } from "./navigation";
import { OfflineNote } from "./offline-note";
import { PathBreadcrumbs } from "./path-breadcrumbs";
import { portalShortcuts } from "./portal-shortcuts";
import { SkipLink } from "./skip-link";
import { SlowDownNote } from "./slow-down-note";
import { TopBar } from "./top-bar";
import { useFocusOnNavigation } from "./use-focus-on-navigation";
import { useInternalLinks } from "./use-internal-links";
import { useNavigationPane } from "./use-navigation-pane";

const SignInAgain = lazy(async () => ({
  default: (await import("../sign-in/sign-in-again")).SignInAgain,
}));

const WorkFollower = lazy(async () => ({
  default: (await import("./work-follower")).WorkFollower,
}));

const MAIN_ID = "main";
const NAVIGATION_ID = "navigation";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    height: "100dvh",
    position: "relative",
  },
  main: {
    gridRow: 2,
    gridColumn: 2,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    overflow: "auto",
    // Texts for screen readers alone are positioned: without this they would make the window scroll.
    position: "relative",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} 0`,
    // Room at the end of the page, but not below what sticks to the bottom while scrolling.
    // Content that is taller than the page lies under it: clicks are for the content.
    "::after": {
      content: '""',
      flexShrink: 0,
      height: tokens.spacingVerticalM,
      pointerEvents: "none",
    },
    // A focused element is not to hide behind the wizard's buttons, which stick to the bottom.
    scrollPaddingBottom: "72px",
    ":focus-visible": { outlineStyle: "none" },
    "@media (max-width: 720px)": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    },
  },
});

/** The frame of the portal: top bar, navigation, breadcrumbs, and the page. */
export function Shell({ app }: { app?: StartedApp }) {
  const styles = useStyles();
  const pane = useNavigationPane();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnNavigation(main, path);
  useInternalLinks();
  const navigate = useNavigate();
  useShortcut(portalShortcuts.endpoints, () => void navigate({ to: "/endpoints" }));
  useShortcut(portalShortcuts.create, () => void navigate({ to: "/endpoints/new" }));
  useDeclinedSignIn(app?.session);
  useEffect(() => {
    if (!app) return;
    const preloading = setTimeout(preloadAllPages, PRELOAD_AFTER_MS);
    return () => clearTimeout(preloading);
  }, [app]);

  return (
    <div className={styles.root}>
      <SkipLink targetId={MAIN_ID} />
      <TopBar app={app} pane={pane} navigationId={NAVIGATION_ID} />
      <Navigation id={NAVIGATION_ID} pane={pane} path={path} />
      <main id={MAIN_ID} ref={main} tabIndex={-1} className={styles.main}>
        <OfflineNote />
        {app && <SlowDownNote traffic={app.azure.traffic} />}
        <PathBreadcrumbs path={path} />
        {app?.session.account ? (
          <SignedInPage app={app} account={app.session.account} />
        ) : (
          <Loading label="Signing in…" />
        )}
      </main>
    </div>
  );
}

/** Late enough not to compete with the first page's own requests. */
const PRELOAD_AFTER_MS = 2_000;

function SignedInPage({ app, account }: { app: StartedApp; account: Account }) {
  // Only now is it certain whose tab this is, and what others left in it gone.
  useKeptNotifications(`rep.notifications.${account.id}`);
  const need = app.session.signInNeed;
  const isSignInNeeded = useSyncExternalStore(need.subscribe, need.isRaised);
  const [cloud] = useState(() => ({
    cloud: app.config.cloud,
    resourceManager: app.config.resourceManager,
    portal: app.config.portal,
  }));
  return (
    <AzureProvider client={app.azure} account={account} cloud={cloud}>
      {isSignInNeeded && (
        <Suspense>
          <SignInAgain need={need} />
        </Suspense>
      )}
      <Suspense fallback={<Loading label="Loading…" />}>
        <Outlet />
      </Suspense>
      <Suspense>
        <WorkFollower />
      </Suspense>
    </AzureProvider>
  );
}
