/** Headers of an answer; undefined also for what CORS hides. */
export interface AnswerHeaders {
  get(name: string): string | undefined;
}

/** Queries of a window that sweeps leave to a person: for a search, or for the page that is opened next. */
const KEPT_FOR_A_PERSON = 3;

/** How long, in milliseconds, the next queries wait, and whose. */
export interface QuotaWait {
  waitMs: number;
  whose: "all" | "background";
}

/**
 * What the caller's quota asks of the next queries; undefined while enough is left, or when the headers are
 * hidden: `x-ms-user-quota-remaining` and `x-ms-user-quota-resets-after` (hh:mm:ss), Azure Resource Graph
 * guidance for throttled requests.
 */
export function quotaWait(headers: AnswerHeaders): QuotaWait | undefined {
  const remaining = headers.get("x-ms-user-quota-remaining")?.trim() ?? "";
  if (!/^\d+$/.test(remaining) || Number(remaining) > KEPT_FOR_A_PERSON) return undefined;
  const resetsAfter = headers.get("x-ms-user-quota-resets-after")?.trim() ?? "";
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(resetsAfter) ?? [];
  if (seconds === undefined) return undefined;
  const waitMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return { waitMs, whose: Number(remaining) === 0 ? "all" : "background" };
}
