/** Headers of an answer; undefined also for what CORS hides. */
export interface AnswerHeaders {
  get(name: string): string | undefined;
}

/**
 * Milliseconds that the caller's quota asks to wait before the next query, 0 when there is quota left or
 * the headers are hidden: `x-ms-user-quota-remaining` and `x-ms-user-quota-resets-after` (hh:mm:ss),
 * Azure Resource Graph guidance for throttled requests.
 */
export function quotaWait(headers: AnswerHeaders | undefined): number {
  if (headers?.get("x-ms-user-quota-remaining")?.trim() !== "0") return 0;
  const resetsAfter = headers.get("x-ms-user-quota-resets-after")?.trim() ?? "";
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(resetsAfter) ?? [];
  if (seconds === undefined) return 0;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}

/** What to tell a person about an answer that is not the whole; undefined when it is. */
export function incompleteness(
  headers: AnswerHeaders | undefined,
  { isTruncated, hasMore }: { isTruncated: boolean; hasMore: boolean },
): string | undefined {
  if (headers?.get("x-ms-tenant-subscription-limit-hit")?.toLowerCase() === "true") {
    return "Azure Resource Graph searched only the first 10,000 subscriptions of the tenant.";
  }
  return isTruncated && !hasMore
    ? "Azure Resource Graph left rows out of a result that was too large."
    : undefined;
}
