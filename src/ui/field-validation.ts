import type { FieldProps } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** What a Fluent `Field` shows below its control: the error, else the advice, else nothing. */
export function fieldValidation(messages: {
  error?: ReactNode;
  warning?: ReactNode;
}): Pick<FieldProps, "validationState" | "validationMessage"> {
  if (isShown(messages.error)) {
    return { validationState: "error", validationMessage: { children: messages.error } };
  }
  if (isShown(messages.warning)) {
    return { validationState: "warning", validationMessage: { children: messages.warning } };
  }
  return { validationState: "none" };
}

function isShown(message: ReactNode): boolean {
  return message !== undefined && message !== null && message !== "" && message !== false;
}
