import { ToggleButton } from "@fluentui/react-components";
import { Eye20Regular, EyeOff20Regular } from "@fluentui/react-icons";
import { useState, type ClipboardEvent, type FormEvent } from "react";
import { UnwatchedInput, type UnwatchedInputProps } from "./unwatched-input";

type SecretInputProps = Pick<UnwatchedInputProps, "label" | "name" | "error" | "hint" | "disabled">;

/** An input for a secret value, hidden until the person asks to see it. */
export function SecretInput(props: SecretInputProps) {
  const [isShown, setIsShown] = useState(false);
  const [hasEdgeBlanks, setHasEdgeBlanks] = useState(false);
  const [hasLostBreaks, setHasLostBreaks] = useState(false);

  function onInput({ currentTarget: { value } }: FormEvent<HTMLInputElement>) {
    setHasEdgeBlanks(value !== value.trim());
    if (value === "") setHasLostBreaks(false);
  }

  /** The browser drops line breaks silently; one at the very end is what copying a line brings along. */
  function onPaste({ clipboardData }: ClipboardEvent) {
    setHasLostBreaks(/[\r\n]/.test(clipboardData.getData("text").trim()));
  }

  return (
    <UnwatchedInput
      {...props}
      type={isShown ? "text" : "password"}
      // Never filled unasked with what the browser keeps for this address; managers still fill on request.
      autoComplete="new-password"
      isCode
      onInput={onInput}
      onPaste={onPaste}
      warning={
        hasLostBreaks
          ? "The line breaks of what you pasted are left out: the value is one line."
          : hasEdgeBlanks
            ? "The value starts or ends with a blank, which is kept."
            : undefined
      }
      action={(labelId) => (
        <ToggleButton
          appearance="subtle"
          checked={isShown}
          icon={isShown ? <EyeOff20Regular /> : <Eye20Regular />}
          aria-label="Show as text"
          aria-describedby={labelId}
          onClick={() => setIsShown(!isShown)}
        />
      )}
    />
  );
}
