import { Spinner, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  ErrorCircle20Filled,
  SubtractCircle20Regular,
} from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import { useAnnounce } from "./announcer";
import { stepNews } from "./step-news";
import { VisuallyHidden } from "./visually-hidden";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  step: {
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalL,
    position: "relative",
    ":not(:last-child)::before": {
      content: '""',
      position: "absolute",
      left: "9px",
      top: "22px",
      bottom: "2px",
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    },
    ":last-child": { paddingBottom: 0 },
  },
  icon: { display: "flex", alignItems: "center", justifyContent: "center", height: "20px" },
  waiting: { color: tokens.colorNeutralForeground3 },
  running: {},
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  skipped: { color: tokens.colorNeutralForeground3 },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export type ProgressStepStatus = "waiting" | "running" | "done" | "failed" | "skipped";

const ICONS: Record<ProgressStepStatus, ReactNode> = {
  waiting: <Circle20Regular />,
  running: <Spinner size="extra-tiny" role="presentation" />,
  done: <CheckmarkCircle20Filled />,
  failed: <ErrorCircle20Filled />,
  skipped: <SubtractCircle20Regular />,
};

export interface ProgressStepsProps {
  label: string;
  steps: { id: string; title: string; status: ProgressStepStatus; detail?: ReactNode }[];
}

/** Ordered work and how far it is. Each status is also said in words for screen readers, and when it changes. */
export function ProgressSteps({ label, steps }: ProgressStepsProps) {
  const styles = useStyles();
  useToldSteps(steps);
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={styles.step}
          aria-current={step.status === "running" ? "step" : undefined}
        >
          <span className={mergeClasses(styles.icon, styles[step.status])} aria-hidden="true">
            {ICONS[step.status]}
          </span>
          <div className={styles.texts}>
            <Text weight={step.status === "running" ? "semibold" : "regular"}>
              {step.title}
              <VisuallyHidden>: {step.status}</VisuallyHidden>
            </Text>
            {step.detail && <div className={styles.detail}>{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A live region would say the one word that changed, and not of what. */
function useToldSteps(steps: ProgressStepsProps["steps"]): void {
  const announce = useAnnounce();
  const told = useRef<ProgressStepsProps["steps"]>(undefined);
  useEffect(() => {
    const news = stepNews(told.current, steps);
    told.current = steps;
    if (news !== "") announce(news);
  }, [announce, steps]);
}
