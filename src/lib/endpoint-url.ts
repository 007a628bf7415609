import { escapedPath } from "./escaped-path";

/** Path of an endpoint's page: `/endpoints` and its ARM id, so that links are readable and stable. */
export function endpointPath(id: string): string {
  return `/endpoints${escapedPath(id)}`;
}

/** Path of the page that edits an endpoint. */
export function endpointEditPath(id: string): string {
  return `${endpointPath(id)}/edit`;
}

/** The ARM id that the rest of such a path names; the router has decoded it. */
export function endpointIdOf(splat: string): string {
  return `/${splat.replace(/^\/+/, "").replace(/\/+$/, "")}`;
}
