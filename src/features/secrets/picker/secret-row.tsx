import { Button, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { VaultSecret } from "../../../azure/key-vault/key-vault";
import { StatusBadge } from "../../../ui/status-badge";
import { describeSecret, secretStateOf } from "../secret-state";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  firstLine: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  details: { color: tokens.colorNeutralForeground3 },
});

export interface SecretRowProps {
  secret: VaultSecret;
  /** Milliseconds. */
  now: number;
  isSelected: boolean;
  onSelect: () => void;
}

/** A secret to choose; one that a cluster could not read says why, and its button that it is known. */
export function SecretRow({ secret, now, isSelected, onSelect }: SecretRowProps) {
  const styles = useStyles();
  const { isUsable, label, explanation } = secretStateOf(secret, now);
  const verb = isUsable ? "Select" : "Select anyway";
  return (
    <li className={mergeClasses(styles.row, isSelected && styles.selected)}>
      <div className={styles.texts}>
        <span className={styles.firstLine}>
          <Text weight="semibold">{secret.name}</Text>
          <StatusBadge intent={isUsable ? "success" : "warning"} label={label} />
        </span>
        <Text size={200} className={styles.details}>
          {describeSecret(secret)}
        </Text>
        {!isUsable && <Text size={200}>{explanation}</Text>}
      </div>
      <Button
        size="small"
        appearance={isSelected ? "primary" : "secondary"}
        aria-label={`${verb} ${secret.name}`}
        onClick={onSelect}
      >
        {isSelected ? "Selected" : verb}
      </Button>
    </li>
  );
}
