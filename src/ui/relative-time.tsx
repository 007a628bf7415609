import { useSyncExternalStore } from "react";

const TICK_MS = 15_000;

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
/** Numbers and order as the person's locale has them, with the time zone that the hours are of. */
const local = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

/**
 * Names the time between two instants in milliseconds, for example `3 minutes ago`. Less than a
 * minute is `just now`.
 */
export function formatRelativeTime(then: number, now: number): string {
  const seconds = (then - now) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return seconds > TICK_MS / 1000 ? "in less than a minute" : "just now";
}

/** ISO text or milliseconds in the person's own form, with the time zone; what is no date, as it is. */
export function formatDateAndTime(value: number | string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : local.format(date);
}

/** How long ago, kept current, with the full date on hover. `value` is ISO text or milliseconds. */
export function RelativeTime({ value }: { value: number | string }) {
  const now = useSyncExternalStore(subscribeToTicks, currentTick, currentTick);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  return (
    <time dateTime={date.toISOString()} title={formatDateAndTime(value)}>
      {formatRelativeTime(date.getTime(), now)}
    </time>
  );
}

/** The full date and time in the person's own form, and how long ago that is. */
export function DateAndTime({ value }: { value: number | string }) {
  const now = useSyncExternalStore(subscribeToTicks, currentTick, currentTick);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  return (
    <time dateTime={date.toISOString()}>
      {formatDateAndTime(value)} ({formatRelativeTime(date.getTime(), now)})
    </time>
  );
}

/** The language and the time zone of dates in words, for example `American English, Europe/Berlin`. */
export function localeName(): string {
  const { locale, timeZone } = local.resolvedOptions();
  const language = new Intl.DisplayNames("en", { type: "language" }).of(locale);
  return `${language ?? locale}, ${timeZone}`;
}

function subscribeToTicks(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

/** Rounded, because React asks for the same value until the clock has ticked. */
function currentTick(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}
