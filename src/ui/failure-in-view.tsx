import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Failure } from "../lib/failure";
import { FailureMessage } from "./failure-message";

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/**
 * A failure of what was just asked for, at the top of a page or panel that may be scrolled away: takes
 * the focus, and so comes into view, each time there is another one.
 */
export function FailureInView({ failure }: { failure: Failure }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Never out of a dialog that asks something: it would no longer be there for the keyboard.
    const modals = [...document.querySelectorAll('[aria-modal="true"]')];
    if (modals.every((modal) => modal.contains(place.current))) place.current?.focus();
  }, [failure]);
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={failure.title} className={styles.root}>
      <FailureMessage failure={failure} />
    </div>
  );
}
