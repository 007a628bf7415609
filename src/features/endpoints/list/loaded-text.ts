import type { EndpointList } from "../../../queries/endpoint-list";
import { numberText } from "./count-of";

/** How much of a list is here. */
export type LoadedRows = Pick<EndpointList, "size" | "reading" | "isWhole">;

/** What counts are of while the list is not all here, for example `of 11,000 loaded`; undefined once it is. */
export function loadedText({ size, isWhole }: LoadedRows): string | undefined {
  return isWhole ? undefined : `of ${numberText(size)} loaded`;
}

/** The same as a sentence, with how many rows there are: `Counts of 11,000 of 100,000 loaded`. */
export function loadedNote({ size, reading, isWhole }: LoadedRows): string | undefined {
  if (isWhole) return undefined;
  const total = reading?.total ?? 0;
  const of = total > size ? `${numberText(size)} of ${numberText(total)}` : numberText(size);
  return `Counts of ${of} loaded`;
}
