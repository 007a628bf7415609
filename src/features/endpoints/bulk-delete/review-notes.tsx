import { Button } from "@fluentui/react-components";
import type { EndpointUsage } from "../../../queries/endpoint-usage";
import { Note } from "../../../ui/note";
import { countOf } from "../list/count-of";
import type { Review } from "./bulk-review";

interface ReviewNotesProps {
  review: Review;
  usage: EndpointUsage | undefined;
  isUsageRead: boolean;
  /** True until that is read, or the person has said not to wait for it. */
  isUsageAwaited: boolean;
  onDoNotWait: () => void;
  onReadAgain: () => void;
  onLeaveOutUsed: () => void;
}

/** What there is to know before: what is in use, and of what it is not known. */
export function ReviewNotes(props: ReviewNotesProps) {
  const { uses } = props.review;
  const unread = props.isUsageRead ? (props.usage?.incomplete ?? []) : [];
  return (
    <>
      {uses.used > 0 && (
        <Note
          intent="warning"
          title={`${countOf(uses.used, "endpoint")} ${uses.used === 1 ? "is" : "are"} in use`}
          actions={
            <Button size="small" onClick={props.onLeaveOutUsed}>
              Leave out those in use
            </Button>
          }
        >
          The data flow graphs and connectors that are named below can no longer pull without{" "}
          {uses.used === 1 ? "it" : "them"}.
        </Note>
      )}
      {!props.isUsageRead && (
        <Note
          intent="info"
          title="Looking for what uses them…"
          actions={
            props.isUsageAwaited && (
              <Button size="small" onClick={props.onDoNotWait}>
                Do not wait
              </Button>
            )
          }
        >
          {props.isUsageAwaited
            ? "They can be deleted once that is known."
            : "They can be deleted although it is not known of all."}
        </Note>
      )}
      {unread.length > 0 && (
        <Note
          intent="warning"
          title={`Of ${countOf(uses.unknown, "endpoint")} it is not known whether ${uses.unknown === 1 ? "it is" : "they are"} in use`}
          actions={
            <Button size="small" onClick={props.onReadAgain}>
              Read again
            </Button>
          }
        >
          {unread.slice(0, 3).join(" ")}
          {unread.length > 3 && ` And ${unread.length - 3} more like this.`}
        </Note>
      )}
    </>
  );
}
