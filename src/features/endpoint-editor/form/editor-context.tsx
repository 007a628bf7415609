import { createContext, useContext, type ReactNode } from "react";
import { get, useController, useFormContext, useFormState, useWatch } from "react-hook-form";
import type { FieldPath, FieldPathByValue } from "react-hook-form";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import type { InstanceOption } from "../../../queries/instances";
import type { CreateRun } from "../run/create-run";
import type { EditorField, EditorValues } from "./editor-values";

/** A value that Azure refused: its message stays beside the field until the value changes. */
export interface Rejection {
  field: EditorField;
  /** The refused value as JSON. */
  value: string;
  message: string;
}

interface EditorContextValue {
  instance?: InstanceOption;
  /** The endpoint that is edited, as the form was filled from it; undefined while one is created. */
  base?: RegistryEndpoint;
  rejection?: Rejection;
  run: CreateRun;
}

const EditorContext = createContext<EditorContextValue | undefined>(undefined);

/** Gives the steps what they share beside the form. */
export function EditorProvider({
  value,
  children,
}: {
  value: EditorContextValue;
  children: ReactNode;
}) {
  return <EditorContext value={value}>{children}</EditorContext>;
}

/** The chosen instance, the run of the creation and what Azure refused. Throws outside the wizard. */
export function useEditor(): EditorContextValue {
  const value = useContext(EditorContext);
  if (value === undefined) {
    throw new Error("useEditor is for components inside the wizard.");
  }
  return value;
}

/** A text of the form with what is wrong with it, to spread into a `TextField`. */
export function useTextValue(name: FieldPathByValue<EditorValues, string>) {
  const { field, fieldState } = useController<EditorValues, typeof name>({ name });
  const recheck = useRecheck();
  const refused = useRefusal(name, field.value);
  return {
    name,
    value: field.value,
    onChange: (value: string) => {
      field.onChange(value);
      recheck(name);
    },
    onBlur: field.onBlur,
    inputRef: field.ref,
    error: fieldState.error?.message ?? refused,
  };
}

/**
 * Checks a field again after a change, if it or a neighbour in its list is marked wrong. Nothing is
 * marked before: a message that appears on leaving a field would move the button just being pressed.
 */
export function useRecheck(): (name: FieldPath<EditorValues>) => void {
  const { trigger, formState } = useFormContext<EditorValues>();
  const { errors } = formState;
  return (name) => {
    const [root] = name.split(".") as [EditorField];
    if (errors[root] !== undefined) {
      void trigger(root);
    }
  };
}

/** What Azure said of a field, while it still has the value that was refused. */
export function useRefusal(name: string, value: unknown): string | undefined {
  const { rejection } = useEditor();
  return rejection?.field === name && rejection.value === JSON.stringify(value)
    ? rejection.message
    : undefined;
}

/** The message of a field that is not a plain text, ours or Azure's. */
export function useFieldMessage(name: EditorField): string | undefined {
  const { errors } = useFormState<EditorValues>({ name });
  const value = useWatch<EditorValues>({ name });
  const refused = useRefusal(name, value);
  const message: unknown = get(errors, `${name}.message`);
  return typeof message === "string" ? message : refused;
}
