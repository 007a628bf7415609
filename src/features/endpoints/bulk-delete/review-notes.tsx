import { Button } from "@fluentui/react-components";
import type { EndpointUsage } from "../../../queries/endpoint-usage";
import { Note } from "../../../ui/note";
import { useAnnouncedChange } from "../../../ui/use-announced-change";
import { DELETE_ACTION } from "../endpoint-actions";
import { countOf, numberText } from "../list/count-of";
import type { Review } from "./bulk-review";
import { namesText, type Denied } from "./bulk-rights";

interface ReviewNotesProps {
  review: Review;
  usage: EndpointUsage | undefined;
  isUsageRead: boolean;
  /** True until that is read, or the person has said not to wait for it. */
  isUsageAwaited: boolean;
  onDoNotWait: () => void;
  onReadAgain: () => void;
  onLeaveOutUsed: () => void;
  denied: Denied;
  /** Of how many instances Azure is asked what the person may do, and how many there are. */
  asked: number;
  instances: number;
  onLeaveOutDenied: () => void;
}

/** What there is to know before: what would be refused, what is in use, and of what that is not known. */
export function ReviewNotes(props: ReviewNotesProps) {
  const { uses } = props.review;
  const unread = props.isUsageRead ? (props.usage?.incomplete ?? []) : [];
  return (
    <>
      {props.denied.rows.length > 0 && <DeniedNote {...props} />}
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

type DeniedNoteProps = Pick<
  ReviewNotesProps,
  "denied" | "asked" | "instances" | "onLeaveOutDenied"
>;

/** No lock: what Azure has said may be minutes old, and it is Azure that decides. */
function DeniedNote({ denied, asked, instances, onLeaveOutDenied }: DeniedNoteProps) {
  const { rows, instanceNames: names } = denied;
  const title = `You may not delete ${countOf(rows.length, "endpoint")} of ${countOf(names.length, "instance")}`;
  // The note says itself only once, and the answers come one by one.
  useAnnouncedChange(title);
  return (
    <Note
      intent="warning"
      title={title}
      actions={
        <Button size="small" onClick={onLeaveOutDenied}>
          Leave {rows.length === 1 ? "it" : "them"} out
        </Button>
      }
    >
      Your roles on {namesText(names)} do not include {DELETE_ACTION}. Ask an owner of{" "}
      {names.length === 1 ? "its resource group" : "their resource groups"} for the role Azure IoT
      Operations Administrator. A new role can take some minutes to work.
      {instances > asked &&
        ` Of the ${numberText(instances)} instances, Azure was asked about ${numberText(asked)} only.`}
    </Note>
  );
}
