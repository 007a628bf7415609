import { makeStyles, tokens } from "@fluentui/react-components";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { EndpointList } from "../../../queries/endpoint-list";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { countOf, numberText } from "./count-of";
import { ReadingProgress } from "./reading-progress";

const SHOWN_AT_MOST = 3;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** What to know about the rows: a refresh that failed, what is missing, how far ARM has been asked. */
export function ListRemarks({ list }: { list: EndpointList }) {
  return (
    <>
      {list.status === "ready" && list.error !== undefined && (
        <FailureMessage
          failure={describeFailure(
            list.error,
            list.isWhole
              ? "The list could not be refreshed; it shows what was read before"
              : "The rest of the list could not be read",
          )}
          onRetry={list.retry}
        />
      )}
      <IncompleteNote sentences={list.incomplete} />
      <Progress list={list} />
    </>
  );
}

function IncompleteNote({ sentences }: { sentences: string[] }) {
  const styles = useStyles();
  if (sentences.length === 0) return null;
  const [only] = sentences;
  return (
    <Note intent="warning" title="The list may not be complete">
      {sentences.length === 1 ? (
        <> {only}</>
      ) : (
        <ul className={styles.list}>
          {sentences.slice(0, SHOWN_AT_MOST).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {sentences.length > SHOWN_AT_MOST && (
            <li>and {sentences.length - SHOWN_AT_MOST} more of the same kind.</li>
          )}
        </ul>
      )}
    </Note>
  );
}

/** How far the index has been read, and then the instances that it does not show. */
function Progress({ list }: { list: EndpointList }) {
  const { reading, asking } = list;
  if (reading) {
    const { loaded, total } = reading;
    const text = `${numberText(loaded)} of ${countOf(total, "registry endpoint")} read`;
    return <ReadingProgress reading={reading} done={loaded} of={total} text={text} list={list} />;
  }
  if (!asking) return null;
  const { asked, total } = asking;
  const text = `Asking ${countOf(total, "instance")} whose registry endpoints Azure Resource Graph did not show: ${numberText(asked)} of ${numberText(total)} answered`;
  return <ReadingProgress reading={asking} done={asked} of={total} text={text} list={list} />;
}
