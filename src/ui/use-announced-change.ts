import { useEffect, useRef } from "react";
import { useAnnounce } from "./announcer";

/** Long enough that only the last of several changes in a row is said. */
const ANNOUNCED_AFTER_MS = 700;

interface AnnouncedChange {
  /** What the text is said of: it is said again once this has become another. The text itself, unless given. */
  of?: string;
  /** Whether the first is said as well. */
  saysFirst?: boolean;
}

/** Says a text politely once it has become another and a moment has passed. */
export function useAnnouncedChange(
  text: string,
  { of = text, saysFirst = false }: AnnouncedChange = {},
): void {
  const announce = useAnnounce();
  const said = useRef(saysFirst ? undefined : of);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    if (said.current === of) return;
    const timer = setTimeout(() => {
      said.current = of;
      announce(latest.current);
    }, ANNOUNCED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [announce, of]);
}
