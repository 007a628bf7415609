import type { CallKind, SlowDown } from "../../azure/http/traffic/traffic";

const WHAT: Record<CallKind, string> = {
  queries: "Lists and searches",
  reads: "Details",
  writes: "Changes",
};

/** What keeps calls waiting, as a sentence. */
export function slowDownTitle(slowDowns: readonly SlowDown[]): string {
  return slowDowns.every(({ why }) => why === "unavailable")
    ? "Azure is unavailable for now."
    : "Azure asked to slow down.";
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });

/** When calls of a kind go on, for example `Changes go on at 10:15:07`; past that time they are being tried. */
export function slowDownText({ kind, goesOnAt }: SlowDown, now: number): string {
  return goesOnAt > now
    ? `${WHAT[kind]} go on at ${timeOfDay.format(goesOnAt)}`
    : `${WHAT[kind]} are being tried again`;
}

/** The wait that is left, for example ` (in 12 s)`; empty when it is over. */
export function countdown({ goesOnAt }: SlowDown, now: number): string {
  const seconds = Math.round((goesOnAt - now) / 1_000);
  return seconds > 0 ? ` (in ${seconds} s)` : "";
}
