/** Activation and expiry as `datetime-local` inputs hold them: local time, empty for none. */
export interface ValidityText {
  activation: string;
  expiry: string;
}

/** In unix seconds, as Key Vault keeps them. */
export interface Validity {
  nbf?: number;
  exp?: number;
}

/** What is wrong with the times, by field, at `now` (milliseconds); empty when nothing is. */
export function validityProblems(
  { activation, expiry }: ValidityText,
  now: number,
): Partial<Record<keyof ValidityText, string>> {
  const from = Date.parse(activation);
  const until = Date.parse(expiry);
  const problems: Partial<Record<keyof ValidityText, string>> = {};
  if (activation !== "" && Number.isNaN(from)) {
    problems.activation = "Enter a date and a time.";
  } else if (activation !== "" && from <= now) {
    problems.activation = "The activation must be in the future; leave it empty for at once.";
  }
  if (expiry !== "" && Number.isNaN(until)) {
    problems.expiry = "Enter a date and a time.";
  } else if (expiry !== "" && until <= now) {
    problems.expiry = "The expiry must be in the future.";
  } else if (activation !== "" && expiry !== "" && until <= from) {
    problems.expiry = "The expiry must be after the activation.";
  }
  return problems;
}

/** The times as Key Vault wants them; only for texts without problems. */
export function validityOf({ activation, expiry }: ValidityText): Validity {
  return {
    ...(activation === "" ? {} : { nbf: Math.floor(Date.parse(activation) / 1_000) }),
    ...(expiry === "" ? {} : { exp: Math.floor(Date.parse(expiry) / 1_000) }),
  };
}

/** A time (milliseconds) as a `datetime-local` input wants it, to the minute. */
export function localTimeText(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 16);
}
