import type { EndpointSources } from "../../../queries/endpoint-list";
import { countOf, numberText } from "./count-of";

/** Says where the rows come from; undefined when there are none. */
export function sourcesText(sources: EndpointSources): string | undefined {
  const { fromResourceGraph, fromResourceManager, instancesAsked, fromOwnWrites } = sources;
  if (fromResourceManager === 0 && fromOwnWrites === 0) {
    return fromResourceGraph === 0 ? undefined : "All from Azure Resource Graph";
  }
  const parts: string[] = [];
  // Without an answer of the index nothing is known of what it shows.
  const notInIndex = fromResourceGraph > 0 ? " that the index does not show," : "";
  if (fromResourceGraph > 0)
    parts.push(`${numberText(fromResourceGraph)} from Azure Resource Graph`);
  if (fromResourceManager > 0) {
    parts.push(
      `${numberText(fromResourceManager)}${notInIndex} read from ${countOf(instancesAsked, "instance")}`,
    );
  }
  if (fromOwnWrites > 0)
    parts.push(`${numberText(fromOwnWrites)} of your own that the index does not show yet`);
  return parts.join(", ");
}
