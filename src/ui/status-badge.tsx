import { Spinner, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  ErrorCircle16Filled,
  Info16Filled,
  Warning16Filled,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: "100%",
  },
  label: { overflow: "hidden", textOverflow: "ellipsis" },
  // The text alone decides the baseline, so that the badge stands level with text beside it.
  icon: { display: "flex", flexShrink: 0, alignSelf: "center" },
  success: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  error: { color: tokens.colorStatusDangerForeground1 },
  informative: { color: tokens.colorBrandForeground1 },
  subtle: { color: tokens.colorNeutralForeground3 },
  running: {},
});

export type StatusIntent = "success" | "warning" | "error" | "informative" | "subtle" | "running";

const ICONS: Record<StatusIntent, ReactNode> = {
  success: <CheckmarkCircle16Filled />,
  warning: <Warning16Filled />,
  error: <ErrorCircle16Filled />,
  informative: <Info16Filled />,
  subtle: <Circle16Regular />,
  running: <Spinner size="extra-tiny" role="presentation" />,
};

/** A state as an icon and a word, so that colour is never the only sign of it. */
export function StatusBadge({ intent, label }: { intent: StatusIntent; label: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[intent])} aria-hidden="true">
        {ICONS[intent]}
      </span>
      <span className={styles.label}>{label}</span>
    </span>
  );
}
