import { useEffect, useState } from "react";

/**
 * True while another tab of this browser has the same place open. The first tab to open it holds a lock of
 * its name, which goes with the tab; the next one then holds it. An empty name is no place.
 */
export function useOpenElsewhere(place: string): boolean {
  const [elsewhere, setElsewhere] = useState("");
  useEffect(() => {
    if (place === "") return undefined;
    const leaving = new AbortController();
    const left = new Promise<void>((resolve) => {
      leaving.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    const name = `rep.open.${place}`;
    const hold = async () => {
      const isFree = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await left;
        return lock !== null;
      });
      if (isFree || leaving.signal.aborted) return;
      setElsewhere(place);
      await navigator.locks.request(name, { signal: leaving.signal }, async () => {
        setElsewhere("");
        await left;
      });
    };
    // Rejects when the page is left while it waits, which is all the same then.
    void hold().catch(() => undefined);
    return () => leaving.abort();
  }, [place]);
  return place !== "" && elsewhere === place;
}
