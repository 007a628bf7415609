import { useCallback } from "react";
import { useAnnounce } from "../../ui/announcer";
import { useNotify } from "../../ui/notifications";

/** Copies a text and says so; `what` names it, for example `host`. For menus and commands. */
export function useCopyText(): (what: string, text: string) => void {
  const announce = useAnnounce();
  const notify = useNotify();
  return useCallback(
    (what, text) => {
      navigator.clipboard.writeText(text).then(
        () => announce(`Copied the ${what}`),
        () =>
          notify({
            intent: "warning",
            title: `The browser did not allow copying the ${what}`,
            body: text,
          }),
      );
    },
    [announce, notify],
  );
}
