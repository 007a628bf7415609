import { Field, Input, type InputProps } from "@fluentui/react-components";
import type { FocusEvent, ReactNode, Ref } from "react";
import { fieldValidation } from "./field-validation";

export interface TextFieldProps {
  label: ReactNode;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  onFocus?: (event: FocusEvent<HTMLInputElement>) => void;
  onBlur?: () => void;
  error?: string;
  /** Advice that does not block. Shown only without an error. */
  warning?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  contentBefore?: ReactNode;
  placeholder?: string;
  type?: InputProps["type"];
  inputRef?: Ref<HTMLInputElement>;
  autoComplete?: string;
  /** The id of the form that it belongs to, where that is not around it. */
  form?: string;
}

/** A labelled line of text with its hint, advice and error. Never for secret values. */
export function TextField({ inputRef, ...props }: TextFieldProps) {
  const { label, hint, required, error, warning, contentBefore } = props;
  return (
    <Field
      label={<>{label}</>}
      hint={hint === undefined ? undefined : <>{hint}</>}
      required={required}
      {...fieldValidation({ error, warning })}
    >
      <Input
        ref={inputRef}
        name={props.name}
        form={props.form}
        type={props.type}
        value={props.value}
        onChange={(_, { value }) => props.onChange(value)}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        disabled={props.disabled}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete ?? "off"}
        spellCheck={false}
        autoCapitalize="off"
        contentBefore={contentBefore === undefined ? undefined : <>{contentBefore}</>}
      />
    </Field>
  );
}
