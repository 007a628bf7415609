import { useEffect, useRef } from "react";
import { useAnnounce } from "./announcer";

/** Long enough that only the last of several changes in a row is said. */
const ANNOUNCED_AFTER_MS = 700;

/** Says a text once `of` has become another and a moment has passed, but not the first one. */
export function useAnnouncedChange(text: string, of: string = text): void {
  const announce = useAnnounce();
  const said = useRef(of);
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
