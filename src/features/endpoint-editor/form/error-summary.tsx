import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useFormState } from "react-hook-form";
import { Note } from "../../../ui/note";
import type { EditorValues } from "./editor-values";
import { focusField } from "./field-focus";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What keeps the step from being finished, each with a way to its field. */
export function ErrorSummary() {
  const styles = useStyles();
  const { errors } = useFormState<EditorValues>();
  const messages = messagesIn(errors, "");
  if (messages.length === 0) {
    return null;
  }
  const title =
    messages.length === 1
      ? "One thing needs attention"
      : `${messages.length} things need attention`;
  return (
    <Note intent="error" title={title}>
      <ul className={styles.list}>
        {messages.map(({ field, message }) => (
          <li key={field}>
            <Link as="button" type="button" onClick={() => focusField(field)}>
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}

interface FieldMessage {
  field: string;
  message: string;
}

function messagesIn(errors: object, path: string): FieldMessage[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]): FieldMessage[] => {
    if (typeof error !== "object" || error === null || key === "ref") {
      return [];
    }
    const field = path === "" ? key : `${path}.${key}`;
    return "message" in error && typeof error.message === "string"
      ? [{ field, message: error.message }]
      : messagesIn(error, field);
  });
}
