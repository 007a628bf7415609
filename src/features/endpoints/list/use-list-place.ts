import { useRouterState } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";

interface ListPlace {
  /** Pixels. */
  offset: number;
  /** What had the focus last, as the table told it: a row, or the head of a group. */
  row?: string;
}

/** By history entry, so that two views of the list in one tab do not share theirs. */
const places = new Map<string, ListPlace>();

/**
 * Where the table was scrolled to, and what had the focus in it, when this history entry was left; and how to
 * note both.
 */
export function useListPlace(): {
  initialOffset: number;
  initialRow: string | undefined;
  rememberOffset: (offset: number) => void;
  rememberRow: (id: string) => void;
} {
  const entry = useRouterState({ select: entryKey });
  const [initial] = useState(() => placeOf(entry));
  const last = useRef(entry);
  useEffect(() => {
    // The view has changed, and with it the entry, but not the place.
    if (!places.has(entry)) places.set(entry, placeOf(last.current));
    last.current = entry;
  }, [entry]);
  return useMemo(
    () => ({
      initialOffset: initial.offset,
      initialRow: initial.row,
      rememberOffset: (offset) => places.set(entry, { ...placeOf(entry), offset }),
      rememberRow: (row) => places.set(entry, { ...placeOf(entry), row }),
    }),
    [initial, entry],
  );
}

function placeOf(entry: string): ListPlace {
  return places.get(entry) ?? { offset: 0 };
}

function entryKey({ location }: { location: { state: { __TSR_key?: string } } }): string {
  return location.state.__TSR_key ?? "";
}
