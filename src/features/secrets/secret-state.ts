import type { VaultSecret } from "../../azure/key-vault/key-vault";

/** Whether a cluster would sync a secret now, and why not. */
export interface SecretState {
  label: "Enabled" | "Disabled" | "Not yet active" | "Expired";
  isUsable: boolean;
  /** Empty for a usable secret. */
  explanation: string;
}

const date = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** Reads a secret's attributes at `now` (milliseconds); those of Key Vault are in unix seconds. */
export function secretStateOf(secret: VaultSecret, now: number): SecretState {
  const { enabled, nbf, exp } = secret.properties.attributes ?? {};
  if (enabled === false) {
    return notUsable("Disabled", "It is disabled: the cluster cannot read it until it is enabled.");
  }
  if (exp !== undefined && exp * 1_000 <= now) {
    return notUsable(
      "Expired",
      `It expired on ${formatUnixTime(exp)}: the cluster cannot read it until it has a new version.`,
    );
  }
  if (nbf !== undefined && nbf * 1_000 > now) {
    return notUsable(
      "Not yet active",
      `It is not active before ${formatUnixTime(nbf)}: the cluster cannot read it until then.`,
    );
  }
  return { label: "Enabled", isUsable: true, explanation: "" };
}

/** Content type and times of a secret, as one line. */
export function describeSecret({ properties }: VaultSecret): string {
  const { exp, updated } = properties.attributes ?? {};
  return [
    properties.contentType ?? "",
    exp === undefined ? "Never expires" : `Expires ${formatUnixTime(exp)}`,
    updated === undefined ? "" : `Updated ${formatUnixTime(updated)}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** A time in unix seconds as a date in the person's time zone. */
export function formatUnixTime(seconds: number): string {
  const time = new Date(seconds * 1_000);
  return Number.isNaN(time.getTime()) ? String(seconds) : date.format(time);
}

function notUsable(label: SecretState["label"], explanation: string): SecretState {
  return { label, isUsable: false, explanation };
}
