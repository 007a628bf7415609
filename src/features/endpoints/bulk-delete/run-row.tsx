import {
  Button,
  Spinner,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  ErrorCircle20Filled,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Failure } from "../../../lib/failure";
import { canRecreate, type BulkRow } from "../../../queries/bulk-deletion/bulk-row";
import { CopyableText } from "../../../ui/copyable-text";
import { stateWords } from "./bulk-words";

const useStyles = makeStyles({
  root: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  texts: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  icon: { display: "flex", flexShrink: 0, width: "20px", height: "20px", justifyContent: "center" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  idle: { color: tokens.colorNeutralForeground3 },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  button: { flexShrink: 0 },
});

const ICONS: Record<BulkRow["state"], ["good" | "bad" | "idle", ReactNode]> = {
  waiting: ["idle", <Circle20Regular key="icon" />],
  reading: ["idle", <Spinner key="icon" size="extra-tiny" role="presentation" />],
  deleting: ["idle", <Spinner key="icon" size="extra-tiny" role="presentation" />],
  deleted: ["good", <CheckmarkCircle20Filled key="icon" />],
  failed: ["bad", <ErrorCircle20Filled key="icon" />],
  recreating: ["idle", <Spinner key="icon" size="extra-tiny" role="presentation" />],
  recreated: ["good", <CheckmarkCircle20Filled key="icon" />],
  notRecreated: ["bad", <ErrorCircle20Filled key="icon" />],
};

interface RunRowProps {
  row: BulkRow;
  /** Nothing is under way. */
  isOver: boolean;
  onRecreate: () => void;
}

/** How far one endpoint is, why it failed, and the way to bring it back. */
export function RunRow({ row, isOver, onRecreate }: RunRowProps) {
  const styles = useStyles();
  const { name, instanceName, state, failure } = row;
  const [tone, icon] = ICONS[state];
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true">
        {icon}
      </span>
      <div className={styles.texts}>
        <Text weight="semibold">{name}</Text>
        <span className={styles.muted}>
          {instanceName} · {stateWords(row, isOver)}
        </span>
        {failure && <FailureLines failure={failure} />}
      </div>
      {isOver && canRecreate(row) && (
        <Button
          size="small"
          className={styles.button}
          aria-label={`Create ${name} of ${instanceName} again`}
          onClick={onRecreate}
        >
          Create again
        </Button>
      )}
    </div>
  );
}

/** A failure within a list: a message bar for each row would be announced for each. */
function FailureLines({ failure }: { failure: Failure }) {
  const styles = useStyles();
  const { message, nextStep, resource, code, correlationId, missingAction } = failure;
  return (
    <div className={styles.muted}>
      <div>{message}</div>
      <div>{nextStep}</div>
      {missingAction !== undefined && <div>Missing action: {missingAction}</div>}
      {code !== undefined && <div>Code: {code}</div>}
      {resource !== undefined && <div>Resource: {resource}</div>}
      {correlationId !== undefined && (
        <div>
          Correlation id: <CopyableText value={correlationId} label="correlation id" />
        </div>
      )}
    </div>
  );
}
