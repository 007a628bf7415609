import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import { userKindLabel } from "../../../lib/endpoint-user-words";
import { PortalLink } from "../details/portal-link";
import { SYSTEM_ENDPOINT } from "../system-endpoint";
import type { ReviewRow as Row } from "./bulk-review";

/** How many users a row names before it counts the others. */
const NAMED_AT_MOST = 5;

const useStyles = makeStyles({
  root: { display: "flex", columnGap: tokens.spacingHorizontalM, alignItems: "flex-start" },
  texts: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  out: { textDecorationLine: "line-through" },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  warning: { color: tokens.colorStatusWarningForeground1, verticalAlign: "text-bottom" },
  button: { flexShrink: 0 },
});

interface ReviewRowProps {
  row: Row;
  isLeftOut: boolean;
  onToggle: () => void;
}

/** An endpoint that is to go, who uses it, and the way to take it out. */
export function ReviewRow({ row, isLeftOut, onToggle }: ReviewRowProps) {
  const styles = useStyles();
  const { name, host, instanceName } = row.target;
  const label = isLeftOut ? "Put back" : "Leave out";
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold" className={row.isIncluded ? undefined : styles.out}>
          {name}
        </Text>
        <span className={styles.muted}>
          {instanceName} · {host || "unknown host"}
        </span>
        {!row.isIncluded && (
          <span className={styles.muted}>
            {isLeftOut ? "Left out by you" : `Left out unless ${SYSTEM_ENDPOINT} is typed above`}
          </span>
        )}
        <span className={styles.muted}>
          <UseText row={row} />
        </span>
      </div>
      <Button
        size="small"
        className={styles.button}
        aria-label={`${label} ${name} of ${instanceName}`}
        onClick={onToggle}
      >
        {label}
      </Button>
    </div>
  );
}

function UseText({ row: { use, users } }: { row: Row }) {
  const styles = useStyles();
  switch (use) {
    case "looking":
      return "Looking for what uses it…";
    case "unused":
      return "No data flow graph and no connector template that could be read names it";
    case "unknown":
      return "Whether it is in use is not known";
    case "used":
      return (
        <>
          <Warning16Filled className={styles.warning} aria-hidden="true" /> In use by{" "}
          {users.slice(0, NAMED_AT_MOST).map(({ id, name, kind }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              {userKindLabel(kind).toLowerCase()} <PortalLink id={id}>{name}</PortalLink>
            </span>
          ))}
          {users.length > NAMED_AT_MOST && ` and ${users.length - NAMED_AT_MOST} more`}
        </>
      );
  }
}
