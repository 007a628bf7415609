import { useEffect } from "react";
import { isPlainClick } from "../../ui/plain-click";
import { appHistory } from "../history";

/**
 * While mounted, a plain click on any link to another page of the app navigates without loading it
 * anew: in pages, panels and toasts alike, whatever component drew it.
 */
export function useInternalLinks(): void {
  useEffect(() => {
    document.addEventListener("click", followInternalLink);
    return () => document.removeEventListener("click", followInternalLink);
  }, []);
}

function followInternalLink(event: MouseEvent): void {
  if (event.defaultPrevented || !isPlainClick(event)) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target !== "" || link.hasAttribute("download")) return;
  const url = URL.canParse(link.href) ? new URL(link.href) : undefined;
  if (url?.origin !== window.location.origin) return;
  const isSamePageAnchor = url.hash !== "" && url.pathname === window.location.pathname;
  if (isSamePageAnchor) return;
  event.preventDefault();
  appHistory.push(`${url.pathname}${url.search}${url.hash}`);
}
