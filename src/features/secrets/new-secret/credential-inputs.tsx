import { SecretInput } from "./secret-input";
import type { SecretValueErrors } from "./secret-value";
import { UnwatchedInput } from "./unwatched-input";

interface CredentialInputsProps {
  host: string;
  errors: SecretValueErrors;
  isBusy: boolean;
}

/** What a docker configuration is built from; the JSON itself is made when it is sent. */
export function CredentialInputs({ host, errors, isBusy }: CredentialInputsProps) {
  return (
    <>
      <UnwatchedInput
        label="Registry host"
        name="host"
        hint="The docker configuration files the credentials under it."
        error={errors.host}
        defaultValue={host}
        autoComplete="off"
        disabled={isBusy}
      />
      <UnwatchedInput
        label="User name"
        name="username"
        error={errors.username}
        autoComplete="username"
        disabled={isBusy}
      />
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
