import { foldCase } from "./fold";

/** How many parts of a version are put in order as numbers. */
export const VERSION_PARTS = 3;

/** What each part is padded with on its left, as long as a part becomes. */
export const VERSION_PADDING = "00000000";

/**
 * A text by which versions sort as people read them, `1.2.10` after `1.2.9`: the first three parts
 * padded with zeros to eight characters, then the version itself. A part with letters in it
 * (`10-preview`) is padded all the same, so it comes behind plain numbers once it is longer than eight.
 * No version comes first. Text only, so that KQL can build the same one.
 */
export function versionOrder(version: string): string {
  const folded = foldCase(version);
  if (folded === "") return "";
  const parts = folded.split(".");
  const padded = Array.from({ length: VERSION_PARTS }, (_, index) =>
    (parts[index] ?? "").padStart(VERSION_PADDING.length, "0"),
  );
  return `${padded.join(".")} ${folded}`;
}
