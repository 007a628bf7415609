import type { BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { countStates, type BulkRow } from "../../../queries/bulk-deletion/bulk-row";
import type { NotificationInput } from "../../../ui/notification";
import { countOf } from "../list/count-of";
import { BULK_RUN } from "./bulk-board";

const format = new Intl.NumberFormat("en");

/** What a run was about: the rows that it has deleted, or those that it is to delete. */
interface RunCounts {
  total: number;
  done: number;
  failed: number;
  waiting: number;
  underWay: number;
}

type About = Pick<BulkSnapshot, "rows" | "doing">;

/**
 * What a run is about: where it creates again, that may be one alone beside many that could be; where it goes on
 * deleting, not what was created again meanwhile.
 */
function ownRows({ rows, doing }: About): readonly BulkRow[] {
  return rows.filter(({ isOfRun, state }) =>
    doing === "recreating" ? isOfRun : state !== "recreated",
  );
}

/** What a row is where a run could not do what it set out to. */
const FAILED = { deleting: "failed", recreating: "notRecreated" } as const;

/** How far a run is. */
export function runCounts(run: About): RunCounts {
  const own = ownRows(run);
  const total = own.length;
  const counts = countStates(own);
  const { deleted, reading, deleting, recreating, notRecreated } = counts;
  // What failed before, and was not tried again.
  const due = own.filter((row) => row.isDue && row.state === FAILED[run.doing]).length;
  const failed = counts[FAILED[run.doing]] - due;
  return run.doing === "recreating"
    ? { total, failed, done: counts.recreated, waiting: deleted + due, underWay: recreating }
    : {
        ...{ total, failed, done: deleted + notRecreated, waiting: counts.waiting + due },
        underWay: reading + deleting,
      };
}

/** How far it is, for example `37 of 120 deleted, 2 failed`. */
export function progressWords(run: About): string {
  const { total, done, failed } = runCounts(run);
  const verb = run.doing === "deleting" ? "deleted" : "created again";
  const failures = failed > 0 ? `, ${format.format(failed)} failed` : "";
  return `${format.format(done)} of ${format.format(total)} ${verb}${failures}`;
}

const MINUTE_MS = 60_000;
/** From so many minutes on, hours say more. */
const HOURS_FROM = 90;

/** How long a run will go on, for example `About 4 minutes left`. */
export function timeLeftWords(msLeft: number): string {
  const minutes = Math.ceil(msLeft / MINUTE_MS);
  if (minutes <= 1) return "About a minute left";
  const words =
    minutes < HOURS_FROM ? countOf(minutes, "minute") : countOf(Math.round(minutes / 60), "hour");
  return `About ${words} left`;
}

/** The endpoint that a run creates again, where it is one alone. */
function recreatedAlone(run: About): BulkRow | undefined {
  const own = run.doing === "recreating" ? ownRows(run) : [];
  return own.length === 1 ? own[0] : undefined;
}

/** How creating one alone again has ended. */
function endOfOne({ name, state, failure, isDue }: BulkRow): string {
  if (state === "recreated") return `“${name}” created again`;
  // What an earlier try has failed of says nothing about one that was not begun.
  return (isDue ? undefined : failure?.title) ?? `“${name}” was not created again`;
}

/** The title of the panel of a run. */
export function runTitle(run: BulkSnapshot): string {
  const { status, doing, stoppedBy } = run;
  const { total, done } = runCounts(run);
  const one = recreatedAlone(run);
  const what = countOf(total, "registry endpoint");
  if (status === "stopping") return "Stopping…";
  if (status === "running") {
    if (doing === "deleting") return `Deleting ${what}…`;
    return `Creating ${one === undefined ? what : `“${one.name}”`} again…`;
  }
  if (stoppedBy !== undefined) return "The run was stopped";
  if (one !== undefined) return endOfOne(one);
  const verb = doing === "deleting" ? "deleted" : "created again";
  return done === total ? `${what} ${verb}` : `${format.format(done)} of ${what} ${verb}`;
}

/**
 * What there is to know of a run that is over, in full sentences: what a stop has left, and what of the deletion
 * was never begun, whatever was done since. Empty where all of it was.
 */
export function endWords(run: About & Pick<BulkSnapshot, "stoppedBy">): string {
  const ofWhat = run.doing === "deleting" ? "" : " of the deletion";
  return [
    run.stoppedBy !== undefined && stopWords(run),
    notBegun(countStates(run.rows).waiting, ofWhat, "as before"),
  ]
    .filter(Boolean)
    .join(" ");
}

/** What a run has done until it was stopped. */
function stopWords(run: About): string {
  const { done, failed, waiting } = runCounts(run);
  const one = recreatedAlone(run);
  if (one !== undefined) return `${endOfOne(one)}.`;
  const verb = run.doing === "deleting" ? "deleted" : "created again";
  return [
    `${countOf(done, "registry endpoint")} ${done === 1 ? "was" : "were"} ${verb}.`,
    failed > 0 &&
      `${format.format(failed)} failed, and ${failed === 1 ? "says" : "say"} why below.`,
    run.doing === "recreating" && notBegun(waiting, "", "still deleted"),
  ]
    .filter(Boolean)
    .join(" ");
}

function notBegun(count: number, ofWhat: string, state: string): string {
  if (count === 0) return "";
  const [were, theyAre] = count === 1 ? ["was", "it is"] : ["were", "they are"];
  return `${countOf(count, "other")}${ofWhat} ${were} not begun: ${theyAre} ${state}.`;
}

const STATES: Record<BulkRow["state"], string> = {
  waiting: "Waiting",
  reading: "Being read, to be able to create it again",
  deleting: "Deleting…",
  deleted: "Deleted",
  failed: "Not deleted",
  recreating: "Being created again…",
  recreated: "Created again",
  notRecreated: "Deleted, and not created again",
};

/** True for an endpoint that no run has begun to delete, and that is no part of what is under way. */
export function isNeverBegun({ state, isDue }: BulkRow, isOver: boolean): boolean {
  return state === "waiting" && (isOver || isDue !== true);
}

/** How a row stands. */
export function stateWords(row: BulkRow, isOver: boolean): string {
  if (isNeverBegun(row, isOver)) return "Not deleted: not begun";
  if (row.state === "deleted" && row.wasGone) return "It was deleted already";
  if (row.isStillUnderWay)
    return `Still being ${row.state === "failed" ? "deleted" : "created"} by Azure`;
  return STATES[row.state];
}

/** What to tell of a run that has ended. */
export function bulkNotification(run: BulkSnapshot): NotificationInput {
  const { failed, done, total } = runCounts(run);
  const one = recreatedAlone(run);
  const isWhole = done === total;
  const isDeleting = run.doing === "deleting";
  const whole = `${countOf(total, "registry endpoint")} ${isDeleting ? "deleted" : "created again"}`;
  const words = isWhole ? whole : progressWords(run);
  const title = one === undefined ? words : endOfOne(one);
  const { stoppedBy } = run;
  const firstFailed = ownRows(run).find((row) => row.state === FAILED[run.doing] && !row.isDue);
  const failure = typeof stoppedBy === "object" ? stoppedBy : firstFailed?.failure;
  return {
    subject: BULK_RUN,
    intent: failed > 0 || typeof stoppedBy === "object" ? "error" : isWhole ? "success" : "warning",
    title: isWhole || stoppedBy === undefined ? title : `Stopped: ${title}`,
    // The title of one says what has failed.
    ...(failure && {
      body: one === undefined ? `${failure.title}: ${failure.message}` : failure.message,
    }),
    link: { label: "Show the run", href: `/endpoints?resume=${BULK_RUN}` },
  };
}

/** So many names are told; it is a notification. */
const NAMED_AT_MOST = 100;

/** What to tell of a run that leaving the page has ended; undefined where all of it was sent. */
export function cutShortNotification({
  rows,
  doing,
  stoppedBy,
}: Pick<BulkSnapshot, "rows" | "doing" | "stoppedBy">): NotificationInput | undefined {
  const isDeleting = doing === "deleting";
  const left = stoppedBy === "person" ? [] : rows.filter(({ isDue }) => isDue);
  if (left.length === 0) return undefined;
  const named = left.slice(0, NAMED_AT_MOST).map((row) => `${row.name} of ${row.instanceName}`);
  const others = left.length - named.length;
  const names = others > 0 ? [...named, `and ${countOf(others, "other")}`] : named;
  const what = countOf(left.length, "registry endpoint");
  return {
    subject: BULK_RUN,
    intent: "warning",
    title: `Leaving the page ended the run: ${what} ${left.length === 1 ? "was" : "were"} not ${isDeleting ? "deleted" : "created again"}`,
    body: `Not begun: ${names.join(", ")}.`,
  };
}
