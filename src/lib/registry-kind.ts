import { CLOUDS } from "./clouds";

/** What runs behind a host, as far as its name tells. */
export type RegistryKind =
  "acr" | "mcr" | "ghcr" | "dockerhub" | "quay" | "harbor" | "ecr" | "gar" | "gitlab" | "other";

/** Names that Docker Hub goes by. */
export const DOCKER_HUB_NAMES: ReadonlySet<string> = new Set([
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "registry.docker.io",
  "registry.hub.docker.com",
  "hub.docker.com",
]);

/** Names that artifacts of GitHub are pulled from. */
export const GITHUB_NAMES: ReadonlySet<string> = new Set(["ghcr.io", "github.com"]);

/** Hostnames of other well-known registries, as regular expressions that Resource Graph understands, too. */
export const KNOWN_HOSTS = {
  quay: String.raw`^(.*\.)?quay\.io$`,
  ecr: String.raw`^public\.ecr\.aws$|\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$`,
  gar: String.raw`-docker\.pkg\.dev$|^(.*\.)?gcr\.io$`,
  gitlab: String.raw`^registry\.gitlab\.com$`,
} as const;
const knownHosts = Object.entries(KNOWN_HOSTS).map(
  ([kind, host]) => [kind as keyof typeof KNOWN_HOSTS, new RegExp(host)] as const,
);

/** What login servers of Azure Container Registry end with, in every cloud. */
export const ACR_SUFFIXES: readonly string[] = Object.values(CLOUDS).map(
  ({ registrySuffix }) => registrySuffix,
);
/** Names of the Microsoft Artifact Registry, in every cloud. */
export const ARTIFACT_REGISTRIES: ReadonlySet<string> = new Set(
  Object.values(CLOUDS).map(({ artifactRegistry }) => artifactRegistry),
);

/** A label of a hostname, in lower case (RFC 1123). */
export const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const REPOSITORY_SEGMENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;

/** True for the login server of an Azure Container Registry in the public or a sovereign cloud. */
export function isAcrHost(hostname: string): boolean {
  const suffix = ACR_SUFFIXES.find((end) => hostname.endsWith(end));
  return suffix !== undefined && DNS_LABEL.test(hostname.slice(0, -suffix.length));
}

/** The kind of registry that a hostname, without port and path, belongs to. */
export function registryKindOf(hostname: string): RegistryKind {
  if (isAcrHost(hostname)) {
    return "acr";
  }
  if (ARTIFACT_REGISTRIES.has(hostname)) {
    return "mcr";
  }
  if (GITHUB_NAMES.has(hostname)) {
    return "ghcr";
  }
  if (DOCKER_HUB_NAMES.has(hostname)) {
    return "dockerhub";
  }
  const known = knownHosts.find(([, host]) => host.test(hostname));
  if (known !== undefined) {
    return known[0];
  }
  return hostname.split(".").some((label) => label.startsWith("harbor")) ? "harbor" : "other";
}

/**
 * True if every part is what DNS and the OCI distribution specification allow: labels with dots, an
 * optional port, lower-case path segments. Works on the parts, so its time grows with the length only.
 */
export function isWellFormedHost(host: string): boolean {
  const [authority = "", ...segments] = host.split("/");
  const [hostname = "", port, ...rest] = authority.split(":");
  const isPortFine = port === undefined || (/^[0-9]{1,5}$/.test(port) && Number(port) <= 65_535);
  return (
    rest.length === 0 &&
    isPortFine &&
    hostname.split(".").every((label) => DNS_LABEL.test(label)) &&
    segments.every((segment) => segment.length <= 128 && REPOSITORY_SEGMENT.test(segment))
  );
}
