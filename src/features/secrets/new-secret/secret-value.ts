import { dockerConfigJson } from "../../../lib/docker-config";

/** A secret of one value, or of the credentials that make a docker configuration. */
export type SecretContent = "value" | "dockerConfig";

/** Names of the inputs that a secret value is typed into. */
export type SecretInputName = "value" | "host" | "username" | "password";

export type SecretValueErrors = Partial<Record<SecretInputName, string>>;

/** Key Vault's limit for a secret's value. */
const MAX_BYTES = 25 * 1_024;

/** Reads the value out of the form's inputs: for the one request that sends it, and to be kept nowhere. */
export function readSecretValue(form: HTMLFormElement, content: SecretContent): string {
  return content === "value"
    ? inputText(form, "value")
    : dockerConfigJson({
        host: inputText(form, "host"),
        username: inputText(form, "username"),
        password: inputText(form, "password"),
      });
}

/** What is wrong with the inputs of a secret value; empty when nothing is. */
export function secretValueProblems(
  form: HTMLFormElement,
  content: SecretContent,
): SecretValueErrors {
  const missing = (name: SecretInputName, problem: string): SecretValueErrors =>
    inputText(form, name).trim() === "" ? { [name]: problem } : {};
  const isTooLong = new TextEncoder().encode(readSecretValue(form, content)).byteLength > MAX_BYTES;
  return content === "value"
    ? {
        ...missing("value", "Enter the value."),
        ...(isTooLong ? { value: "The value is longer than 25 KB." } : {}),
      }
    : {
        ...missing("host", "Enter the registry’s host."),
        ...missing("username", "Enter the user name."),
        ...missing("password", "Enter the password or token."),
        ...(isTooLong ? { password: "The docker configuration is longer than 25 KB." } : {}),
      };
}

const TYPED = ["value", "username", "password"] as const;

/** True if any part of a secret value is typed. */
export function hasSecretValue(form: HTMLFormElement): boolean {
  return TYPED.some((name) => inputText(form, name) !== "");
}

/** Empties the inputs of a secret value. */
export function clearSecretValue(form: HTMLFormElement): void {
  for (const name of TYPED) {
    const input = inputOf(form, name);
    if (input) input.value = "";
  }
}

function inputText(form: HTMLFormElement, name: SecretInputName): string {
  return inputOf(form, name)?.value ?? "";
}

function inputOf(form: HTMLFormElement, name: SecretInputName): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : undefined;
}
