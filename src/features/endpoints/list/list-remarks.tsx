import { ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { EndpointList } from "../../../queries/endpoint-list";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { countOf } from "./count-of";
import { ReadingProgress } from "./reading-progress";

const SHOWN_AT_MOST = 3;

const useStyles = makeStyles({
  progress: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    maxWidth: "420px",
    // Below the table: it goes away by itself, and must not move what a person is about to press.
    order: 1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
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
      {list.reading && <ReadingProgress reading={list.reading} list={list} />}
      {list.asking && <AskingProgress {...list.asking} />}
    </>
  );
}

function IncompleteNote({ sentences }: { sentences: string[] }) {
  const styles = useStyles();
  if (sentences.length === 0) return null;
  const [only] = sentences;
  return (
    <Note intent="warning" title="The list is not complete">
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

function AskingProgress({ asked, total }: { asked: number; total: number }) {
  const styles = useStyles();
  const label = `Asking ${countOf(total, "instance")} whose registry endpoints Azure Resource Graph did not show: ${asked} of ${total} answered`;
  return (
    <div className={styles.progress}>
      <ProgressBar value={asked} max={total} aria-label={label} />
      <Text size={200} className={styles.quiet}>
        {label}
      </Text>
    </div>
  );
}
