/** Headers of an answer; undefined also for what CORS hides. */
export interface AnswerHeaders {
  get(name: string): string | undefined;
}

/**
 * Milliseconds that the caller's quota asks to wait before the next query, 0 when there is quota left or
 * the headers are hidden: `x-ms-user-quota-remaining` and `x-ms-user-quota-resets-after` (hh:mm:ss),
 * Azure Resource Graph guidance for throttled requests.
 */
export function quotaWait(headers: AnswerHeaders): number {
  if (headers.get("x-ms-user-quota-remaining")?.trim() !== "0") return 0;
  const resetsAfter = headers.get("x-ms-user-quota-resets-after")?.trim() ?? "";
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(resetsAfter) ?? [];
  if (seconds === undefined) return 0;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}
