import { useCallback } from "react";
import { useNotify } from "../../ui/notifications";

/** Each copy takes the place of the one before, on the clipboard as on the screen. */
const SUBJECT = "copied";

/** Copies a text and says so; `what` names it, for example `host`. For menus and commands. */
export function useCopyText(): (what: string, text: string) => void {
  const notify = useNotify();
  return useCallback(
    (what, text) => {
      navigator.clipboard.writeText(text).then(
        () =>
          notify({
            ...{ subject: SUBJECT, isPassing: true },
            ...{ intent: "success", title: `Copied the ${what}` },
          }),
        () =>
          notify({
            subject: SUBJECT,
            intent: "warning",
            title: `The browser did not allow copying the ${what}`,
            body: text,
          }),
      );
    },
    [notify],
  );
}
