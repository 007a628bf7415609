import { AzureError } from "./azure-error";

/**
 * Address of a resource id or path on ARM. Each segment is escaped, so that no name can become another
 * path, a query or a fragment.
 * @throws AzureError `InvalidResourceId` for a path with empty or dot segments
 */
export function resourceUrl(
  endpoint: string,
  path: string,
  query: Record<string, string> = {},
): string {
  const [root, ...segments] = path.split("/");
  const isPath = root === "" && segments.length > 0 && segments.every(isSegment);
  if (!isPath) {
    throw new AzureError({
      status: 0,
      code: "InvalidResourceId",
      message: `“${path}” is not a resource id.`,
    });
  }
  const url = new URL(`/${segments.map(encodeURIComponent).join("/")}`, endpoint);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Path of a URL without query or fragment: both may hold tokens or signatures. Escapes are undone. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return "";
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function isSegment(text: string): boolean {
  return text !== "" && text !== "." && text !== ".." && isWellFormed(text);
}

/** Half a surrogate pair cannot be written in a URL. */
function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
