import { splitReference, type ReferenceParts } from "./artifact-reference";
import { hostMeaningOf } from "./host-meaning";
import { isWellFormedHost, registryKindOf, type RegistryKind } from "./registry-kind";

/** Limits of `properties.host`: Microsoft.IoTOperations 2026-07-01, the only rule that ARM has for it. */
export const HOST_MIN_LENGTH = 3;
export const HOST_MAX_LENGTH = 63;

/** What was understood of a host that a person typed or pasted. */
export interface HostReading {
  /** What is to be sent as `properties.host`. */
  host: string;
  /** The host without its path: name and optional port. */
  hostname: string;
  kind: RegistryKind;
  /** The path prefix that stays part of `host`. */
  path?: string;
  /** The artifact that the pasted text named, relative to `host`, for example `graph-simple:1.0.0`. */
  reference?: string;
  tag?: string;
  digest?: string;
  /** What was taken away and why, one sentence each. */
  explanation: string[];
  /** What ARM would refuse. */
  errors: string[];
  /** What ARM takes but an edge may not be able to use. */
  warnings: string[];
}

/**
 * Reads a host from anything a person may paste: a URL, an image reference, a `docker pull` line.
 * Only what ARM itself refuses is an error (length 3 to 63); everything else is explained or warned
 * of. `instanceVersion` decides what is said of path prefixes. Reading the result again changes nothing.
 */
export function readHost(text: string, instanceVersion?: string): HostReading {
  const parts = splitReference(text);
  const kind = registryKindOf(hostnameWithoutPort(parts.authority));
  const { path, reference } = placePath(parts, kind, instanceVersion);
  const host = path === undefined ? parts.authority : `${parts.authority}/${path}`;
  const reading: HostReading = {
    host,
    hostname: parts.authority,
    kind,
    explanation: [...parts.explanation],
    errors: lengthProblems(host),
    warnings: [...parts.warnings],
    ...(path === undefined ? {} : { path }),
    ...(reference === undefined ? {} : { reference }),
    ...(parts.tag === undefined ? {} : { tag: parts.tag }),
    ...(parts.digest === undefined ? {} : { digest: parts.digest }),
  };
  if (reference !== undefined) {
    reading.explanation.push(
      `The artifact is not part of the host. In the graph or connector template, name it as “${reference}”.`,
    );
  }
  reading.warnings.push(...adviceOn(reading, instanceVersion));
  return reading;
}

/** The one sentence that ARM's rule allows to block on, or undefined. */
export function hostProblem(text: string): string | undefined {
  return readHost(text).errors[0];
}

function hostnameWithoutPort(authority: string): string {
  return authority.split(":")[0] ?? "";
}

/** A path without tag or digest is a prefix that the person meant; with one, it names an artifact. */
function placePath(
  parts: ReferenceParts,
  kind: RegistryKind,
  instanceVersion: string | undefined,
): { path?: string; reference?: string } {
  if (parts.tag === undefined && parts.digest === undefined) {
    return parts.path === undefined ? {} : { path: parts.path };
  }
  if (parts.path === undefined) {
    return {};
  }
  const suffix = `${parts.tag === undefined ? "" : `:${parts.tag}`}${parts.digest === undefined ? "" : `@${parts.digest}`}`;
  const segments = parts.path.split("/");
  const isPrefixWanted =
    kind !== "acr" && kind !== "mcr" && hostMeaningOf(instanceVersion) === "prefix";
  if (!isPrefixWanted || segments.length === 1) {
    return { reference: parts.path + suffix };
  }
  return { path: segments.slice(0, -1).join("/"), reference: `${segments.at(-1) ?? ""}${suffix}` };
}

function lengthProblems(host: string): string[] {
  if (host.length === 0) {
    return ["Enter the hostname of the registry, for example contoso.azurecr.io."];
  }
  if (host.length < HOST_MIN_LENGTH) {
    return [
      `Azure takes hosts of at least ${HOST_MIN_LENGTH} characters; “${host}” has ${host.length}.`,
    ];
  }
  if (host.length > HOST_MAX_LENGTH) {
    return [
      `Azure takes hosts of at most ${HOST_MAX_LENGTH} characters; this one has ${host.length}. Shorten the path prefix, or leave it out and name the path in the artifact instead.`,
    ];
  }
  return [];
}

const WEBSITES: Record<string, string> = {
  "hub.docker.com": "hub.docker.com is the website of Docker Hub; its registry is docker.io.",
  "github.com": "github.com is the website of GitHub; its registry is ghcr.io.",
  "gcr.io": "Container Registry at gcr.io was shut down; use a host like europe-docker.pkg.dev.",
};

function adviceOn(reading: HostReading, instanceVersion: string | undefined): string[] {
  const { host, hostname, kind, path } = reading;
  if (host.length === 0) {
    return [];
  }
  const advice: string[] = [];
  const website = WEBSITES[hostname];
  if (website !== undefined) {
    advice.push(website);
  }
  const name = hostnameWithoutPort(hostname);
  if (!isWellFormedHost(host)) {
    advice.push(
      "This does not look like a registry host: expected a DNS name such as ghcr.io, optionally a port and a lower-case path. Azure accepts it all the same.",
    );
  } else if (!name.includes(".") && name !== "localhost") {
    advice.push(
      `“${name}” has no dot, so it is not a full host name. For an image on Docker Hub, the host is docker.io.`,
    );
  }
  if (name === "localhost" || name.startsWith("127.")) {
    advice.push("localhost means the edge cluster's own node, not your computer.");
  }
  const onPath = pathAdvice(kind, path, instanceVersion);
  return onPath === undefined ? advice : [...advice, onPath];
}

function pathAdvice(
  kind: RegistryKind,
  path: string | undefined,
  instanceVersion: string | undefined,
): string | undefined {
  const meaning = hostMeaningOf(instanceVersion);
  const version = instanceVersion === undefined ? "This instance" : `Version ${instanceVersion}`;
  if (path !== undefined && (kind === "acr" || kind === "mcr")) {
    return `Microsoft registries are used with the bare hostname: name “${path}” in the artifact instead.`;
  }
  if (path !== undefined && meaning === "hostname") {
    return `${version} probably reads the host as a hostname only (Microsoft's samples since June 2026): leave out “/${path}” and name it in the artifact.`;
  }
  if (path !== undefined && meaning === "unclear") {
    return `Whether ${instanceVersion === undefined ? "the instance" : `version ${instanceVersion}`} takes a path in the host is not documented clearly. If artifacts are not found, leave out “/${path}” and name it in the artifact.`;
  }
  if (path === undefined && meaning === "prefix" && kind !== "acr" && kind !== "mcr") {
    return `${version} compares the host with the start of the artifact reference (documentation of February 2026). If the log says “No valid registry endpoint configuration found”, add the path, for example ${kind === "ghcr" ? "ghcr.io/contoso/graphs" : "/team/graphs"}.`;
  }
  return undefined;
}
