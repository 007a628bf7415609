import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { validateEditorSearch } from "../features/endpoint-editor/editor-search";
import { validateEndpointsSearch } from "../features/endpoints/endpoints-search";
import { appHistory } from "./history";
import { pages } from "./pages";
import { NotFoundPage } from "./shell/not-found-page";
import { PageFailure } from "./shell/page-failure";
import { RootPage } from "./shell/root-page";

const rootRoute = createRootRoute({ component: RootPage, notFoundComponent: NotFoundPage });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => redirect({ to: "/endpoints", replace: true, throw: true }),
});

/** Groups the pages below: without an index route the splat would take the list's address too. */
const endpointsRoute = createRoute({ getParentRoute: () => rootRoute, path: "endpoints" });

const routeTree = rootRoute.addChildren([
  startRoute,
  endpointsRoute.addChildren([
    createRoute({
      getParentRoute: () => endpointsRoute,
      path: "/",
      validateSearch: validateEndpointsSearch,
      component: pages.endpoints.Page,
    }),
    createRoute({
      getParentRoute: () => endpointsRoute,
      path: "new",
      validateSearch: validateEditorSearch,
      component: pages.createEndpoint.Page,
    }),
    createRoute({
      getParentRoute: () => endpointsRoute,
      path: "subscriptions/$subscriptionId/resourceGroups/$resourceGroup/providers/Microsoft.IoTOperations/instances/$instanceName/registryEndpoints/$name/edit",
      validateSearch: validateEditorSearch,
      component: pages.editEndpoint.Page,
    }),
    createRoute({
      getParentRoute: () => endpointsRoute,
      path: "$",
      component: pages.endpoint.Page,
    }),
  ]),
]);

/** The whole URL map: see docs/architecture.md. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: appHistory,
    defaultErrorComponent: PageFailure,
    // Pages move focus and scroll themselves; the shell scrolls, not the window.
    scrollRestoration: false,
  });
}
