import { Field, Select } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";
import { fieldValidation } from "./field-validation";

export interface SelectFieldProps {
  label: ReactNode;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string; isDisabled?: boolean }[];
  onBlur?: () => void;
  error?: string;
  warning?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  selectRef?: Ref<HTMLSelectElement>;
}

/** A labelled choice of one among a few; the browser's own list. */
export function SelectField({ selectRef, ...props }: SelectFieldProps) {
  const { label, hint, required, error, warning } = props;
  return (
    <Field
      label={<>{label}</>}
      hint={hint === undefined ? undefined : <>{hint}</>}
      required={required}
      {...fieldValidation({ error, warning })}
    >
      <Select
        ref={selectRef}
        name={props.name}
        value={props.value}
        onChange={(_, { value }) => props.onChange(value)}
        onBlur={props.onBlur}
        disabled={props.disabled}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
