import { nameOf, parseResourceId } from "../../azure/resource-id";
import { endpointEditPath, endpointPath } from "../../lib/endpoint-url";
import type { Work, WorkEnd } from "../../queries/work/work";
import {
  canCleanUp,
  isForSignIn,
  isRecreation,
  workParticiple,
} from "../../queries/work/work-words";
import type { NotificationInput } from "../../ui/notification";

const OPEN_LIST = { label: "Open the list", href: "/endpoints" };

/** What to tell of a piece of work that has ended; undefined where its page or the sign-in says it. */
export function workNotification({
  record,
  status,
  isAttended,
}: WorkEnd): NotificationInput | undefined {
  const { id, kind, failure } = record;
  const name = nameOf(id);
  if (status === "done") {
    const instance = nameOf(parseResourceId(id)?.parentId ?? "");
    return {
      subject: id,
      intent: "success",
      title: `Registry endpoint “${name}” ${workParticiple(kind)}`,
      body: `${kind === "delete" ? "From" : "On"} instance ${instance}.`,
      link: kind === "delete" ? OPEN_LIST : { label: "Open endpoint", href: endpointPath(id) },
    };
  }
  // The dialog of a deletion says it all, and stays.
  if (failure === undefined || (isAttended && kind === "delete")) return undefined;
  // The question to sign in again is asked in front of every page, and answers this. No page of its own tells of
  // a recreation, and what it would create is nowhere else.
  if (isForSignIn(record) && !isRecreation(record)) return undefined;
  const isInterrupted = record.isInterrupted === true;
  return {
    subject: id,
    intent: isInterrupted ? "warning" : "error",
    title: failure.title,
    ...(isInterrupted ? { body: `${failure.message} ${failure.nextStep}` } : { failure }),
    ...(isAttended ? {} : { link: wayOn(record) }),
  };
}

function wayOn(record: Work["record"]): { label: string; href: string } {
  if (isRecreation(record)) return OPEN_LIST;
  return {
    label: canCleanUp(record) ? "Continue or clean up" : "Continue",
    href: workPath(record),
  };
}

/** Where a person goes on with what has stopped. */
function workPath({ id, kind }: Work["record"]): string {
  const resume = new URLSearchParams({ resume: id }).toString();
  switch (kind) {
    case "create":
      return `/endpoints/new?${resume}`;
    case "update":
      return `${endpointEditPath(id)}?step=review`;
    case "delete":
      return `/endpoints?${resume}`;
  }
}
