/** Whether an origin is on this machine: the app registration of the local Entra covers all of them. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const isHttp = protocol === "http:" || protocol === "https:";
  return isHttp && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/**
 * Whether a redirect URI is one of those registered for the portal: `/redirect.html` on any loopback
 * origin, without query or fragment.
 */
export function isRegisteredRedirectUri(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { origin, pathname, search, hash, username, password } = new URL(uri);
  const isPlain = !search && !hash && !username && !password;
  return isPlain && pathname === "/redirect.html" && isLoopbackOrigin(origin);
}
