const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for an address that is safe to talk to: https, or plain http on this machine. */
export function isSecureOrLoopback(url: URL): boolean {
  return url.protocol === "https:" || isLoopbackHttp(url);
}

/** True for plain http on this machine, the only place where it is allowed. */
export function isLoopbackHttp({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && LOOPBACK_HOSTS.has(hostname);
}
