import { isRecord } from "../error-detail";

/** True if what was read says everything that was sent; it may say more. Absent and null are the same. */
export function holds(read: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) {
    return (
      Array.isArray(read) &&
      read.length === sent.length &&
      sent.every((item, at) => holds(read[at], item))
    );
  }
  if (isRecord(sent)) {
    return (
      isRecord(read) && Object.entries(sent).every(([name, value]) => holds(read[name], value))
    );
  }
  return (read ?? null) === (sent ?? null);
}
