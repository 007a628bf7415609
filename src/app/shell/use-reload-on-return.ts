import { useEffect, useState } from "react";

/**
 * Browsers may show the page from memory after “Back”, as it was for whoever was signed in then. It is
 * loaded anew instead; true while that happens, when nothing of the old page may show.
 */
export function useReloadOnReturn(): boolean {
  const [isReturning, setIsReturning] = useState(false);
  useEffect(() => {
    const notice = (event: PageTransitionEvent) => setIsReturning(event.persisted);
    window.addEventListener("pageshow", notice);
    return () => window.removeEventListener("pageshow", notice);
  }, []);
  useEffect(() => {
    // After the page is gone, and with it its question about unsaved changes: drafts are kept.
    if (isReturning) window.location.reload();
  }, [isReturning]);
  return isReturning;
}
