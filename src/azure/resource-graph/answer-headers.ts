import type { AnswerHeaders } from "../http/traffic/quota-wait";

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
