import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { useArrowKeys } from "./use-arrow-keys";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalS,
  },
  tab: {
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": {
      color: tokens.colorNeutralForeground1,
      borderBottomColor: tokens.colorNeutralStroke1,
    },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

export interface TabsProps {
  label: string;
  tabs: { id: string; label: string; content: ReactNode }[];
}

/** One of several contents at a time. Arrow keys move between the tabs; Enter or Space chooses. */
export function Tabs({ label, tabs }: TabsProps) {
  const styles = useStyles();
  const id = useId();
  const [selectedId, setSelectedId] = useState(tabs[0]?.id);
  const arrowKeys = useArrowKeys<HTMLDivElement>('[aria-selected="true"]');
  const selected = tabs.find((tab) => tab.id === selectedId) ?? tabs[0];
  if (!selected) return null;
  return (
    <div>
      <div role="tablist" aria-label={label} className={styles.list} {...arrowKeys}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            aria-selected={tab === selected}
            aria-controls={`${id}-panel`}
            className={mergeClasses(styles.tab, tab === selected && styles.selected)}
            onClick={() => setSelectedId(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${selected.id}`}>
        {selected.content}
      </div>
    </div>
  );
}
