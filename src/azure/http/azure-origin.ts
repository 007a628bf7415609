/** True for an address of this machine, where plain http is allowed. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

/**
 * The origin that tokens may be sent to.
 * @throws Error if the endpoint is neither https nor plain http on loopback
 */
export function azureOrigin(endpoint: string): string {
  const url = new URL(endpoint);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
    return url.origin;
  }
  throw new Error(`The Azure Resource Manager endpoint must use https: ${endpoint}`);
}
