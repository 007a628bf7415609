import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import { Note } from "../../../ui/note";
import { TextField } from "../../../ui/text-field";
import { CredentialInputs } from "./credential-inputs";
import { SecretInput } from "./secret-input";
import { localTimeText, type ValidityText } from "./secret-validity";
import type { SecretContent, SecretValueErrors } from "./secret-value";

const HALF_A_YEAR_MS = 180 * 86_400_000;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  quick: { alignSelf: "start" },
});

/** Everything of a new secret but its value. */
export interface NewSecretText extends ValidityText {
  name: string;
  contentType: string;
}

export type NewSecretErrors = Partial<Record<keyof NewSecretText, string>>;

interface NewSecretFormProps {
  id: string;
  formRef: Ref<HTMLFormElement>;
  content: SecretContent;
  host?: string;
  vaultName: string;
  text: NewSecretText;
  errors: NewSecretErrors;
  valueErrors: SecretValueErrors;
  isBusy: boolean;
  onChange: (change: Partial<NewSecretText>) => void;
  onSubmit: () => void;
}

/** The fields of a new secret. The value is in inputs of its own that React does not know the text of. */
export function NewSecretForm({
  formRef,
  text,
  errors,
  valueErrors,
  ...props
}: NewSecretFormProps) {
  const styles = useStyles();
  const { content, isBusy, onChange } = props;
  return (
    <form
      id={props.id}
      ref={formRef}
      className={styles.form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!isBusy) props.onSubmit();
      }}
    >
      <Note intent="info">
        The value goes to {props.vaultName} once and cannot be read back here. The portal keeps no
        copy.
      </Note>
      <TextField
        label="Secret name"
        required
        value={text.name}
        onChange={(name) => onChange({ name })}
        error={errors.name}
        disabled={isBusy}
        hint="Letters, digits and hyphens. An existing name gets a new version."
      />
      {content === "value" ? (
        <SecretInput
          label="Secret value"
          name="value"
          error={valueErrors.value}
          disabled={isBusy}
        />
      ) : (
        <CredentialInputs host={props.host ?? ""} errors={valueErrors} isBusy={isBusy} />
      )}
      <TextField
        label="Content type"
        value={text.contentType}
        onChange={(contentType) => onChange({ contentType })}
        disabled={isBusy}
        hint={
          content === "value"
            ? "Optional, for people who look into the vault: text/plain for a password or token."
            : "Optional, for people who look into the vault: application/json, as the value is JSON."
        }
      />
      <TextField
        label="Activation date"
        type="datetime-local"
        value={text.activation}
        onChange={(activation) => onChange({ activation })}
        error={errors.activation}
        disabled={isBusy}
        hint="Optional. Empty: active at once."
      />
      <TextField
        label="Expiration date"
        type="datetime-local"
        value={text.expiry}
        onChange={(expiry) => onChange({ expiry })}
        error={errors.expiry}
        disabled={isBusy}
        hint="Optional. From then on the cluster cannot read the secret and pulls fail."
      />
      <Button
        className={styles.quick}
        size="small"
        disabledFocusable={isBusy}
        onClick={() => onChange({ expiry: localTimeText(Date.now() + HALF_A_YEAR_MS) })}
      >
        Expire in 180 days
      </Button>
    </form>
  );
}
