import { Field, makeStyles, tokens } from "@fluentui/react-components";
import { SecretInput } from "./secret-input";
import type { SecretValueErrors } from "./secret-value";

const useStyles = makeStyles({
  input: {
    height: "32px",
    boxSizing: "border-box",
    width: "100%",
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
  },
});

interface CredentialInputsProps {
  host: string;
  errors: SecretValueErrors;
  isBusy: boolean;
}

/** What a docker configuration is built from; the JSON itself is made when it is sent. */
export function CredentialInputs({ host, errors, isBusy }: CredentialInputsProps) {
  const styles = useStyles();
  return (
    <>
      <Field
        label="Registry host"
        required
        hint="The docker configuration files the credentials under it."
        validationState={errors.host === undefined ? "none" : "error"}
        validationMessage={errors.host}
      >
        {(control) => (
          <input
            {...control}
            name="host"
            className={styles.input}
            defaultValue={host}
            autoComplete="off"
            spellCheck={false}
            disabled={isBusy}
          />
        )}
      </Field>
      <SecretInput label="User name" name="username" error={errors.username} disabled={isBusy} />
      <SecretInput
        label="Password or token"
        name="password"
        error={errors.password}
        disabled={isBusy}
        hint="The secret’s value becomes a docker configuration with these credentials."
      />
    </>
  );
}
