/**
 * Seconds that a `Retry-After` header asks to wait: a number of seconds or an HTTP date (RFC 9110).
 * Undefined when it is absent, hidden by CORS or neither.
 */
export function retryAfterSeconds(
  header: string | undefined,
  now: number = Date.now(),
): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
