import { describeFailure } from "../../azure/http/describe-failure";
import { nameOf } from "../../azure/resource-id";
import type { Failure } from "../../lib/failure";
import { stableJson } from "../../lib/stable-json";
import type { MadeByWork, WorkKind, WorkRecord, WorkRequest } from "./work-record";

/** Id that the link which writes or deletes the endpoint itself has in every chain. */
export const ENDPOINT_LINK = "endpoint";

const NOUNS: Record<WorkKind, string> = {
  create: "Creation",
  update: "Saving",
  delete: "Deletion",
};

const PARTICIPLES: Record<WorkKind, string> = {
  create: "created",
  update: "saved",
  delete: "deleted",
};

/** “created”, “saved” or “deleted”. */
export function workParticiple(kind: WorkKind): string {
  return PARTICIPLES[kind];
}

/** An error that says in its own words what to do. */
interface StatedError {
  failure: Failure;
}

/** Why a run stopped, for its page and the notification. */
export function failureOfWork(record: WorkRecord, error: unknown): Failure {
  if (error instanceof Error && "failure" in error)
    return (error as unknown as StatedError).failure;
  const failure = describeFailure(error, failureTitle(record));
  return isStillUnderWay({ ...record, failure })
    ? { ...failure, title: `“${nameOf(record.id)}” is still being ${PARTICIPLES[record.kind]}` }
    : failure;
}

/** True if a run of deletions creates again what it has deleted. */
export function isRecreation({ kind, isBulk }: Pick<WorkRecord, "kind" | "isBulk">): boolean {
  return kind === "create" && isBulk === true;
}

/** True if it stopped because the person has to sign in again. */
export function isForSignIn({ failure }: Pick<WorkRecord, "failure">): boolean {
  return failure?.code === "SignInRequired";
}

/** True if only the waiting has ended: Azure accepted the write of the endpoint and may still finish it. */
export function isStillUnderWay({ failure, stoppedAt }: WorkRecord): boolean {
  return stoppedAt === ENDPOINT_LINK && failure?.code === "OperationTimedOut";
}

/** True if the endpoint itself is written or gone, whatever is still to follow. */
export function isEndpointDone(record: WorkRecord | undefined): boolean {
  const { steps = [] } = record ?? {};
  return steps.some((step) => step.id === ENDPOINT_LINK && step.status === "done");
}

function failureTitle(record: WorkRecord): string {
  const { id, kind, steps, stoppedAt } = record;
  const name = nameOf(id);
  const isEndpointGone = kind === "delete" && isEndpointDone(record);
  if (isEndpointGone) return `“${name}” is deleted, but its synced secret could not be removed`;
  const title =
    kind === "delete"
      ? `“${name}” could not be deleted`
      : `The registry endpoint “${name}” could not be ${PARTICIPLES[kind]}`;
  const link = steps.find((step) => step.id === stoppedAt);
  const isOfSecret = link !== undefined && steps.indexOf(link) > 0 && link.id !== ENDPOINT_LINK;
  return isOfSecret ? `${title}: ${link.title}` : title;
}

/** What to tell of a run whose page was closed before all of it had reached Azure. */
export function interruption(record: WorkRecord): Failure {
  const { id, kind, steps, stoppedAt } = record;
  if (isRecreation(record)) {
    return {
      title: `“${nameOf(id)}” was not created again`,
      message: "Its page was closed, and Azure does not have it.",
      nextStep: "Create it anew, from the template if one was downloaded.",
      canRetry: false,
    };
  }
  const link = steps.find((step) => step.id === stoppedAt)?.title ?? "the beginning";
  return {
    title: `${NOUNS[kind]} of “${nameOf(id)}” stopped at “${link}”`,
    message: "Its page was closed, and Azure does not have this yet.",
    nextStep:
      kind === "delete" ? "Go on with the deletion, or leave it as it is." : leaving(record),
    canRetry: true,
  };
}

/** What to tell of a run that the person stopped while it waited. */
export function stoppage(record: WorkRecord): Failure {
  const { id, kind, phase } = record;
  return {
    title: `${NOUNS[kind]} of “${nameOf(id)}” was stopped`,
    ...(phase === "sent"
      ? {
          message: "Its request had left already, so Azure may have carried it out.",
          nextStep: "Continue to see how it went: Azure is asked first, and nothing is sent twice.",
        }
      : {
          message: isEndpointDone(record)
            ? "The endpoint itself is done; what was to follow was not."
            : "Nothing of the endpoint itself was sent to Azure.",
          nextStep: leaving(record),
        }),
    canRetry: true,
  };
}

/** What to tell of a clean-up that another tab is at. */
export function cleanUpElsewhere({ id }: WorkRecord): Failure {
  return {
    title: `“${nameOf(id)}” is being cleaned up in another tab`,
    message: "What was made is being taken back there.",
    nextStep: "Wait until that has ended: nothing can be continued before.",
    canRetry: false,
  };
}

/** What to tell of a clean-up that did not come to its end. */
export function cleanUpStopped({ id }: WorkRecord): Failure {
  return {
    title: `Clean-up after “${nameOf(id)}” did not finish`,
    message: "Some of what was made may be gone already, the rest is still there.",
    nextStep: "Clean up again, or continue: that begins anew and makes what is missing.",
    canRetry: true,
  };
}

/** The link that a run is at: the first that is not done. */
export function stoppedLink({ steps }: WorkRecord): string | undefined {
  return steps.find(({ status }) => status !== "done")?.id;
}

/** True if a request asks for just what a record was about, so that what is done need not be done again. */
export function isSameWork(record: WorkRecord, request: WorkRequest): boolean {
  return partsOf(record) === partsOf(request);
}

function partsOf({ kind, body, base, values, secret }: WorkRequest): string {
  return stableJson([kind, body, base, values, secret].map((part) => part ?? null));
}

/** How else a run may end that its page or person has stopped. */
function leaving(record: WorkRecord): string {
  return canCleanUp({ ...record, isInterrupted: true })
    ? "Continue, or clean up what was made so far."
    : "Continue, or leave it as it is.";
}

/** True if a stopped run made something, or may have, that can be taken back. */
export function canCleanUp({ kind, made, phase, isInterrupted }: WorkRecord): boolean {
  return hasMade(made) || (kind === "create" && (isInterrupted === true || phase === "sent"));
}

/** True if a run made anything that was not there before. */
export function hasMade({ secretSync, entries, vaultSecrets }: MadeByWork): boolean {
  return secretSync || entries.length > 0 || vaultSecrets.length > 0;
}
