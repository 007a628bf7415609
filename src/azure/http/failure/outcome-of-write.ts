import { isRefusal, type AzureError } from "../azure-error";

const WRITES = new Set(["PUT", "PATCH", "DELETE"]);
/** Codes of ours for what never left; what to do next says so. */
const NOT_SENT = new Set([
  "ForeignOrigin",
  "InvalidResourceId",
  "SignInRequired",
  "SignInThrottled",
  "TokenUnavailable",
]);

/**
 * Says of a failed write whether Azure applied it, so that nobody repeats it without looking; undefined for
 * a read, and where the error's own message says it.
 */
export function outcomeOfWrite({
  method,
  status,
  code,
  isAccepted,
  retryAfterSeconds,
}: AzureError): string | undefined {
  if (!WRITES.has(method ?? "") || NOT_SENT.has(code)) return undefined;
  if (isAccepted) {
    return status === 200 ? "Azure accepted the change but did not complete it." : undefined;
  }
  // Of a conflict the writer has looked whether it was with its own request.
  const isPutOff = status === 503 && retryAfterSeconds !== undefined;
  if (isRefusal(status) || status === 409 || isPutOff) return "Azure did not apply the change.";
  return "It is not known whether Azure applied the change: refresh the page to see.";
}
