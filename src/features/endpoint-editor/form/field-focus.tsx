import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const FOCUSABLE = "input:not([type=hidden]), select, textarea, button, [tabindex='0']";

const useStyles = makeStyles({ root: { display: "contents" } });

/** Marks where a field of the form is on the page, so that its error can be gone to. */
export function FieldAnchor({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.root} data-field={name}>
      {children}
    </div>
  );
}

/** Focuses a field by its path in the form, or the nearest part of it that is on the page; false if none is. */
export function focusField(path: string): boolean {
  for (let name = path; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const anchor = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
    const control =
      anchor?.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, select, textarea)') ??
      anchor?.querySelector<HTMLElement>(FOCUSABLE);
    if (control) {
      control.focus();
      return true;
    }
  }
  return false;
}

/** Focuses the first field in reading order that is marked invalid. */
export function focusFirstInvalid(container: HTMLElement): void {
  const invalid = container.querySelector<HTMLElement>('[aria-invalid="true"]');
  const control = invalid?.matches(FOCUSABLE)
    ? invalid
    : invalid?.querySelector<HTMLElement>(FOCUSABLE);
  control?.focus();
}
