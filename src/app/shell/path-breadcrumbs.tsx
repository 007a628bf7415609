import { Breadcrumbs } from "../../ui/breadcrumbs";

/** The way from the list to the page of a path; the list itself needs none. */
export function PathBreadcrumbs({ path }: { path: string }) {
  const items = itemsOf(path);
  // The shell's handler follows the links within the app.
  return items.length === 0 ? null : (
    <Breadcrumbs items={[{ label: "Registry endpoints", href: "/endpoints" }, ...items]} />
  );
}

const EDITED = /^(\/endpoints\/subscriptions\/.*\/registryEndpoints\/[^/]+)\/edit$/i;

function itemsOf(path: string): { label: string; href?: string }[] {
  if (path === "/endpoints/new") return [{ label: "Create an endpoint" }];
  if (!path.startsWith("/endpoints/")) return [];
  const edited = EDITED.exec(path)?.[1];
  return edited === undefined
    ? [{ label: lastSegment(path) }]
    : [{ label: lastSegment(edited), href: edited }, { label: "Edit" }];
}

function lastSegment(path: string): string {
  return decodeSegment(path.slice(path.lastIndexOf("/") + 1));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A typed address may hold a stray percent sign; it is shown as it is.
    return segment;
  }
}
