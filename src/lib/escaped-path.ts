/**
 * An ARM id with each segment escaped for a URL, slashes kept. Half a surrogate pair, which no URL can hold,
 * becomes the replacement character instead of an error.
 */
export function escapedPath(id: string): string {
  return id
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
