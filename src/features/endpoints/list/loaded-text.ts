import type { EndpointList } from "../../../queries/endpoint-list";
import { numberText } from "./count-of";

/** How much of a list is here. */
export type LoadedRows = Pick<EndpointList, "size" | "missing">;

/** What counts are of while not all rows are here, for example `of 11,000 loaded`; undefined once they are. */
export function loadedText({ size, missing }: LoadedRows): string | undefined {
  return missing === undefined ? undefined : `of ${numberText(size)} loaded`;
}

/** The same, with how many rows there are where that is known: `of 11,000 of 100,000 loaded`. */
export function loadedNote({ size, missing }: LoadedRows): string | undefined {
  if (missing === undefined) return undefined;
  const { total = 0 } = missing;
  return `of ${total > size ? `${numberText(size)} of ${numberText(total)}` : numberText(size)} loaded`;
}
