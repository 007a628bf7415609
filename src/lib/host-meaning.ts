/** How an instance is thought to read `host`: with its path prefix, by hostname only, or not known. */
export type HostMeaning = "prefix" | "hostname" | "unclear";

/**
 * What the guidance of the instance's time was. The page of February 2026 wants the full path prefix;
 * Microsoft's samples since 2 June 2026 want the hostname only. No source names the version of the
 * change, so 1.3 is called unclear and nothing is ever refused because of it.
 */
export function hostMeaningOf(instanceVersion: string | undefined): HostMeaning {
  const version = readVersion(instanceVersion);
  if (version === undefined) {
    return "unclear";
  }
  const [major, minor] = version;
  if (major > 1 || minor >= 4) {
    return "hostname";
  }
  return minor === 3 ? "unclear" : "prefix";
}

/** Major and minor of a version such as `1.2.154`; undefined when it cannot be read. */
export function readVersion(
  version: string | undefined,
): [major: number, minor: number] | undefined {
  const match = /^([0-9]{1,6})\.([0-9]{1,6})/.exec(version ?? "");
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** Registry endpoints came with version 1.2; an unreadable version is given the benefit of the doubt. */
export function hasRegistryEndpoints(instanceVersion: string | undefined): boolean {
  const version = readVersion(instanceVersion);
  return version === undefined || version[0] > 1 || (version[0] === 1 && version[1] >= 2);
}
