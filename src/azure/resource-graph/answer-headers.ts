import type { AnswerHeaders } from "../http/traffic/quota-wait";

/** True if Azure says that it searched a part of the subscriptions only; false also where CORS hides it. */
export function hasHitSubscriptionLimit(headers: AnswerHeaders | undefined): boolean {
  return headers?.get("x-ms-tenant-subscription-limit-hit")?.toLowerCase() === "true";
}
