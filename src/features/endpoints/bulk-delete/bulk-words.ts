import { idKey } from "../../../azure/resource-id";
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

type About = Pick<BulkSnapshot, "rows" | "doing" | "due">;

/** How far a run is. */
export function runCounts({ rows, doing, due }: About): RunCounts {
  if (doing === "recreating") {
    // One alone may be created again, beside many that could be.
    const own = due === undefined ? rows : rows.filter(({ id }) => due.has(idKey(id)));
    const { recreated, notRecreated, recreating } = countStates(own);
    const waiting = own.filter((row) => row.state === "deleted" && row.document).length;
    const total = recreated + notRecreated + recreating + waiting;
    return { total, done: recreated, failed: notRecreated, waiting, underWay: recreating };
  }
  const { deleted, failed, waiting, reading, deleting, recreated, notRecreated } =
    countStates(rows);
  const done = deleted + recreated + notRecreated;
  return { total: rows.length, done, failed, waiting, underWay: reading + deleting };
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

/** The title of the panel of a run. */
export function runTitle(run: BulkSnapshot): string {
  const { status, doing, stoppedBy } = run;
  const { total, done } = runCounts(run);
  const what = countOf(total, "registry endpoint");
  if (status === "stopping") return "Stopping…";
  if (status === "running") {
    return doing === "deleting" ? `Deleting ${what}…` : `Creating ${what} again…`;
  }
  if (stoppedBy !== undefined) return "The run was stopped";
  const verb = doing === "deleting" ? "deleted" : "created again";
  return done === total ? `${what} ${verb}` : `${format.format(done)} of ${what} ${verb}`;
}

/** What a stop has left, in full sentences. */
export function stopWords(run: About): string {
  const { done, failed, waiting } = runCounts(run);
  const isDeleting = run.doing === "deleting";
  return [
    `${countOf(done, "registry endpoint")} ${done === 1 ? "was" : "were"} ${isDeleting ? "deleted" : "created again"}.`,
    waiting > 0 &&
      `${countOf(waiting, "other")} ${waiting === 1 ? "was" : "were"} not begun: ${waiting === 1 ? "it is" : "they are"} ${isDeleting ? "as before" : "still deleted"}.`,
    failed > 0 &&
      `${format.format(failed)} failed, and ${failed === 1 ? "says" : "say"} why below.`,
  ]
    .filter(Boolean)
    .join(" ");
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

/** How a row stands. */
export function stateWords(row: BulkRow, isOver: boolean): string {
  if (row.state === "waiting" && isOver) return "Not deleted: not begun";
  if (row.state === "deleted" && row.wasGone) return "It was deleted already";
  if (row.isStillUnderWay)
    return `Still being ${row.state === "failed" ? "deleted" : "created"} by Azure`;
  return STATES[row.state];
}

/** What to tell of a run that has ended. */
export function bulkNotification(run: BulkSnapshot): NotificationInput {
  const { failed, done, total } = runCounts(run);
  const isWhole = done === total;
  const verb = run.doing === "deleting" ? "deleted" : "created again";
  const firstFailure = run.rows.find(({ failure }) => failure !== undefined)?.failure;
  return {
    subject: BULK_RUN,
    intent: failed > 0 ? "error" : isWhole ? "success" : "warning",
    title: isWhole
      ? `${countOf(total, "registry endpoint")} ${verb}`
      : `${run.stoppedBy === undefined ? "" : "Stopped: "}${progressWords(run)}`,
    ...(firstFailure && failed > 0
      ? { body: `${firstFailure.title}: ${firstFailure.message}` }
      : {}),
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
