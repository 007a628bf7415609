import {
  Field,
  Radio,
  RadioGroup,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { fieldValidation } from "./field-validation";

const useStyles = makeStyles({
  group: {
    display: "grid",
    gridTemplateColumns: "1fr",
    alignItems: "stretch",
    gap: tokens.spacingHorizontalS,
  },
  // Full rows of equal cards, whatever their number: two, two and two, or three.
  pairs: {
    "@media (min-width: 640px)": { gridTemplateColumns: "1fr 1fr", gridAutoRows: "1fr" },
  },
  triple: {
    "@media (min-width: 800px)": { gridTemplateColumns: "1fr 1fr 1fr" },
  },
  card: {
    display: "flex",
    flexDirection: "column",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingTop: tokens.spacingVerticalXS,
    paddingRight: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  disabled: { cursor: "not-allowed", ":hover": { backgroundColor: "transparent" } },
  label: { fontWeight: tokens.fontWeightSemibold },
  text: { paddingLeft: "36px", color: tokens.colorNeutralForeground2 },
  reason: {
    paddingLeft: "36px",
    paddingTop: tokens.spacingVerticalXXS,
    color: tokens.colorStatusWarningForeground3,
  },
});

export interface RadioCardsProps<Value extends string> {
  label: string;
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: { value: Value; label: string; description: ReactNode; disabledReason?: string }[];
  error?: string;
  required?: boolean;
}

/** One choice among a few, each explained. A radio group to the keyboard and to screen readers. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, value, onChange, options, error, required } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <Field label={label} required={required} {...fieldValidation({ error })}>
      <RadioGroup
        className={mergeClasses(styles.group, options.length === 3 ? styles.triple : styles.pairs)}
        value={value ?? ""}
        onChange={(_, data) => {
          const chosen = options.find((option) => option.value === data.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => {
          const isDisabled = option.disabledReason !== undefined;
          return (
            <div
              key={option.value}
              className={mergeClasses(
                styles.card,
                option.value === value && styles.chosen,
                isDisabled && styles.disabled,
              )}
              // The whole card is a target for the pointer; the radio inside serves everyone else.
              onClick={() => {
                if (!isDisabled && option.value !== value) onChange(option.value);
              }}
            >
              <Radio
                value={option.value}
                label={{ children: option.label, className: styles.label }}
                disabled={isDisabled}
                aria-describedby={`${id}-${option.value}`}
              />
              <div id={`${id}-${option.value}`}>
                <div className={styles.text}>{option.description}</div>
                {isDisabled && <div className={styles.reason}>{option.disabledReason}</div>}
              </div>
            </div>
          );
        })}
      </RadioGroup>
    </Field>
  );
}
