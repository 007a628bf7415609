import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Failure } from "../lib/failure";
import { CopyableText } from "./copyable-text";

const useStyles = makeStyles({
  // Columns that scroll must not squeeze it.
  root: { flexShrink: 0 },
  title: { display: "block" },
  body: { overflowWrap: "anywhere", whiteSpace: "normal", minWidth: 0 },
  nextStep: { marginTop: tokens.spacingVerticalXS, marginBottom: tokens.spacingVerticalXS },
  facts: {
    display: "grid",
    gridTemplateColumns: "1fr",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    "@media (min-width: 640px)": { gridTemplateColumns: "max-content 1fr" },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0 },
  retry: { marginTop: tokens.spacingVerticalXS },
});

export interface FailureMessageProps {
  failure: Failure;
  onRetry?: () => void;
  /** False where the title stands elsewhere already, for example as a dialog's. */
  hasTitle?: boolean;
}

/**
 * What failed, in words to act on: Azure's message, the missing right and where, the next step, and
 * the facts that support asks for. Announced when it appears.
 */
export function FailureMessage(props: FailureMessageProps) {
  const { failure, onRetry, hasTitle = true } = props;
  const styles = useStyles();
  const facts = factsOf(failure);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.root}>
      <MessageBarBody className={styles.body}>
        {hasTitle && <MessageBarTitle className={styles.title}>{failure.title}</MessageBarTitle>}
        <span>{failure.message}</span>
        <div className={styles.nextStep}>{failure.nextStep}</div>
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map(({ label, value }) => (
              <FailureFact key={label} label={label} value={value} />
            ))}
          </dl>
        )}
        {onRetry && failure.canRetry && (
          <Button size="small" className={styles.retry} onClick={onRetry}>
            Try again
          </Button>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function FailureFact({ label, value }: { label: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <CopyableText value={value} label={label.toLowerCase()} />
      </dd>
    </>
  );
}

function factsOf(failure: Failure): { label: string; value: string }[] {
  const facts = [
    { label: "Missing action", value: failure.missingAction },
    { label: "On", value: failure.missingScope },
    {
      label: "Resource",
      value: failure.resource === failure.missingScope ? undefined : failure.resource,
    },
    { label: "Code", value: failure.code },
    { label: "Correlation id", value: failure.correlationId },
  ];
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
