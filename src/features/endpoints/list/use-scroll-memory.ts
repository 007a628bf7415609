import { useRouterState } from "@tanstack/react-router";
import { useCallback, useState } from "react";

/** Offsets by history entry, so that two views of the list in one tab do not share theirs. */
const offsets = new Map<string, number>();

/** Where the table was scrolled to when this history entry was left, and how to note where it is. */
export function useScrollMemory(): {
  initialOffset: number;
  rememberOffset: (offset: number) => void;
} {
  const entry = useRouterState({ select: entryKey });
  const [initialOffset] = useState(() => offsets.get(entry) ?? 0);
  const rememberOffset = useCallback(
    (offset: number) => {
      offsets.set(entry, offset);
    },
    [entry],
  );
  return { initialOffset, rememberOffset };
}

function entryKey({ location }: { location: { state: { __TSR_key?: string } } }): string {
  return location.state.__TSR_key ?? "";
}
