import { lazyPage, type LazyPage } from "./lazy-page";

/** Every page, each in a chunk of its own. */
export const pages = {
  endpoints: lazyPage(
    async () => (await import("../features/endpoints/endpoints-page")).EndpointsPage,
  ),
  endpoint: lazyPage(
    async () => (await import("../features/endpoints/endpoint-page")).EndpointPage,
  ),
  createEndpoint: lazyPage(
    async () =>
      (await import("../features/endpoint-editor/create-endpoint-page")).CreateEndpointPage,
  ),
  editEndpoint: lazyPage(
    async () =>
      (await import("../features/endpoint-editor/edit/edit-endpoint-page")).EditEndpointPage,
  ),
} satisfies Record<string, LazyPage>;

/** Starts the download of the page that a path shows, beside everything else that has to load. */
export function preloadPageOf(path: string): void {
  if (path === "/" || path === "/endpoints") pages.endpoints.preload();
  else if (path === "/endpoints/new") pages.createEndpoint.preload();
  else if (path.endsWith("/edit")) pages.editEndpoint.preload();
  else if (path.startsWith("/endpoints/")) pages.endpoint.preload();
}

/** Downloads the other pages while nothing else happens, so that opening them is immediate. */
export function preloadAllPages(): void {
  for (const page of Object.values(pages)) page.preload();
}
