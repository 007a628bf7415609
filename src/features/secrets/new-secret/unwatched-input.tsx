import { Field, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from "react";
import type { SecretInputName } from "./secret-value";

const useStyles = makeStyles({
  row: { display: "flex", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  input: {
    flexGrow: 1,
    minWidth: 0,
    height: "32px",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
    ":disabled": {
      border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
      color: tokens.colorNeutralForegroundDisabled,
      cursor: "not-allowed",
    },
  },
  invalid: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

export interface UnwatchedInputProps extends Pick<
  ComponentProps<"input">,
  "type" | "autoComplete" | "defaultValue" | "disabled" | "onInput" | "onPaste"
> {
  label: string;
  name: SecretInputName;
  hint?: string;
  error?: string;
  warning?: string;
  /** Text of which each character counts. */
  isCode?: boolean;
  /** Beside the input; gets the id of the label. */
  action?: (labelId: string | undefined) => ReactNode;
}

/**
 * A required input whose text lives in the DOM node only: not in React, which would mirror it into an
 * attribute, and not in Fluent's input, which keeps its own copy. It is emptied on unmounting. Pasting
 * and password managers work as everywhere.
 */
export function UnwatchedInput(props: UnwatchedInputProps) {
  const { label, hint, error, warning, isCode = false, action, ...input } = props;
  const styles = useStyles();
  const inputRef = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const node = inputRef.current;
    return () => {
      if (node) node.value = "";
    };
  }, []);
  return (
    <Field
      label={label}
      required
      hint={hint}
      validationState={error !== undefined ? "error" : warning !== undefined ? "warning" : "none"}
      validationMessage={error ?? warning}
    >
      {(control) => (
        <div className={styles.row}>
          <input
            {...control}
            {...input}
            ref={inputRef}
            className={mergeClasses(
              styles.input,
              error !== undefined && styles.invalid,
              isCode && styles.code,
            )}
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
          />
          {action?.(control["aria-labelledby"])}
        </div>
      )}
    </Field>
  );
}
