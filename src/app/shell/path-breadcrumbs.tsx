import { Breadcrumbs } from "../../ui/breadcrumbs";

/** The way from the list to the page of a path; the list itself needs none. */
export function PathBreadcrumbs({ path }: { path: string }) {
  const current = currentLabel(path);
  if (current === undefined) return null;
  // The shell's handler follows the link within the app.
  return (
    <Breadcrumbs
      items={[{ label: "Registry endpoints", href: "/endpoints" }, { label: current }]}
    />
  );
}

function currentLabel(path: string): string | undefined {
  if (path === "/endpoints/new") return "Create an endpoint";
  if (!path.startsWith("/endpoints/")) return undefined;
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
