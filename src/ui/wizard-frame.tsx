import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark12Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { VisuallyHidden } from "./visually-hidden";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  list: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "40px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    // Forced colours would draw the transparent line below every step.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground3 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  number: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "22px",
    height: "22px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
  },
  numberCurrent: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      color: "HighlightText",
      backgroundColor: "Highlight",
    },
  },
  numberDone: {
    border: `1px solid ${tokens.colorStatusSuccessForeground1}`,
    color: tokens.colorStatusSuccessForeground1,
  },
  numberInvalid: {
    border: `1px solid ${tokens.colorStatusDangerForeground1}`,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightBold,
  },
  // Narrow screens show the titles of the other steps to screen readers only.
  titleOther: {
    "@media (max-width: 600px)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  content: {
    flexGrow: 1,
    paddingTop: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXL,
  },
  footer: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

export type WizardStepStatus = "todo" | "current" | "done" | "invalid";

export interface WizardFrameProps {
  steps: { id: string; title: string; status: WizardStepStatus }[];
  currentId: string;
  /** Called for a step that was visited before; steps still to do cannot be pressed. */
  onStepSelect: (id: string) => void;
  children: ReactNode;
  footer: ReactNode;
}

/** Steps on top, the current one below, and its buttons always in reach at the bottom. */
export function WizardFrame({
  steps,
  currentId,
  onStepSelect,
  children,
  footer,
}: WizardFrameProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <nav aria-label="Steps">
        <ol className={styles.list}>
          {steps.map((step, index) => (
            <li key={step.id}>
              <WizardStep
                number={index + 1}
                title={step.title}
                status={step.status}
                isCurrent={step.id === currentId}
                onSelect={() => onStepSelect(step.id)}
              />
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.content}>{children}</div>
      <div className={styles.footer}>{footer}</div>
    </div>
  );
}

interface WizardStepProps {
  number: number;
  title: string;
  status: WizardStepStatus;
  isCurrent: boolean;
  onSelect: () => void;
}

function WizardStep({ number, title, status, isCurrent, onSelect }: WizardStepProps) {
  const styles = useStyles();
  const remark = status === "done" ? ", done" : status === "invalid" ? ", needs attention" : "";
  return (
    <button
      type="button"
      className={mergeClasses(styles.step, isCurrent && styles.current)}
      aria-current={isCurrent ? "step" : undefined}
      disabled={status === "todo" && !isCurrent}
      onClick={onSelect}
    >
      <span
        aria-hidden="true"
        className={mergeClasses(
          styles.number,
          isCurrent && styles.numberCurrent,
          !isCurrent && status === "done" && styles.numberDone,
          !isCurrent && status === "invalid" && styles.numberInvalid,
        )}
      >
        {!isCurrent && status === "done" ? (
          <Checkmark12Filled />
        ) : !isCurrent && status === "invalid" ? (
          "!"
        ) : (
          number
        )}
      </span>
      <span className={isCurrent ? undefined : styles.titleOther}>
        {title}
        <VisuallyHidden>{remark}</VisuallyHidden>
      </span>
    </button>
  );
}
