/** Docker's own key for Docker Hub in `auths`, whatever host name images are written with. */
const DOCKER_HUB_KEY = "https://index.docker.io/v1/";
const DOCKER_HUB_HOSTS = new Set([
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
  "hub.docker.com",
]);

export interface RegistryCredentials {
  /** Host as an endpoint has it, with or without scheme and path. */
  host: string;
  username: string;
  password: string;
}

/** The host that Docker files credentials under: no scheme, no path, lower case; Docker Hub's own key. */
export function dockerConfigKey(host: string): string {
  const bare = host
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[/?#].*$/s, "")
    .toLowerCase();
  return DOCKER_HUB_HOSTS.has(bare) ? DOCKER_HUB_KEY : bare;
}

/**
 * The text of a docker configuration with the credentials of one registry, as
 * `kubectl create secret docker-registry` writes it: `auth` is the base64 of `username:password` in UTF-8.
 */
export function dockerConfigJson({ host, username, password }: RegistryCredentials): string {
  const auth = base64(`${username}:${password}`);
  return JSON.stringify({ auths: { [dockerConfigKey(host)]: { username, password, auth } } });
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
