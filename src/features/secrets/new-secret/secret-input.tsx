import { Field, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import { Eye20Regular, EyeOff20Regular } from "@fluentui/react-icons";
import { useLayoutEffect, useRef, useState } from "react";
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
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
  },
});

export interface SecretInputProps {
  label: string;
  name: SecretInputName;
  error?: string;
  hint?: string;
  disabled?: boolean;
}

/**
 * An input for a secret value. Its text lives in the DOM node only: not in React, which would mirror it
 * into an attribute, and not in Fluent's input, which keeps its own copy. It is emptied on unmounting.
 */
export function SecretInput({ label, name, error, hint, disabled }: SecretInputProps) {
  const styles = useStyles();
  const inputRef = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [hasEdgeBlanks, setHasEdgeBlanks] = useState(false);
  useLayoutEffect(() => {
    const input = inputRef.current;
    return () => {
      if (input) input.value = "";
    };
  }, []);
  const warning = hasEdgeBlanks
    ? "The value starts or ends with a blank, which is kept."
    : undefined;
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
            ref={inputRef}
            name={name}
            className={styles.input}
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            disabled={disabled}
            onInput={({ currentTarget: { value } }) => setHasEdgeBlanks(value !== value.trim())}
          />
          <ToggleButton
            appearance="subtle"
            checked={isShown}
            icon={isShown ? <EyeOff20Regular /> : <Eye20Regular />}
            aria-label="Show as text"
            aria-describedby={control["aria-labelledby"]}
            onClick={() => setIsShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}
