import type { EndpointList } from "../../../queries/endpoint-list";
import { numberText } from "./count-of";

/** What a refresh changed: `2 added, 1 gone`; undefined for nothing. */
export function changesText({
  added,
  changed,
  removed,
}: EndpointList["changes"]): string | undefined {
  const parts = [
    [added, "added"],
    [changed, "changed"],
    [removed, "gone"],
  ] as const;
  const words = parts.flatMap(([ids, word]) =>
    ids.size > 0 ? [`${numberText(ids.size)} ${word}`] : [],
  );
  return words.length > 0 ? words.join(", ") : undefined;
}
