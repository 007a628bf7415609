import {
  Button,
  Checkbox,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ChevronDown16Regular, Search16Regular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type RefObject } from "react";
import type { FacetCount } from "../../../lib/endpoint-query/evaluate";
import { foldCase } from "../../../lib/endpoint-query/fold";
import { useReturnFocus } from "../../../ui/return-focus";
import { numberText } from "./count-of";

const SEARCH_FROM = 10;
const SHOWN_AT_MOST = 100;

const useStyles = makeStyles({
  surface: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    minWidth: "220px",
    maxWidth: "min(360px, 90vw)",
  },
  options: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "min(320px, 50dvh)",
    overflow: "auto",
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  // Fluent makes a choice as wide as its words.
  option: { maxWidth: "none", "& > label": { flexGrow: 1, minWidth: 0 } },
  label: { display: "flex", columnGap: tokens.spacingHorizontalM },
  texts: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  count: {
    color: tokens.colorNeutralForeground3,
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
  },
  more: { color: tokens.colorNeutralForeground3 },
  trigger: { fontWeight: tokens.fontWeightRegular },
});

interface FacetFilterProps {
  /** What is filtered by, for example `Authentication`. */
  label: string;
  /** What the counts are of, where that is not everything. */
  note?: string;
  /** Called when it is open, with a new identity whenever the counts may be others. */
  readOptions: () => readonly FacetCount[];
  selected: readonly string[];
  onChange: (selected: readonly string[]) => void;
  /** Whether it is open at first. */
  isOpened?: boolean;
}

/** Filters by some of a column's values, each with the number of rows that it would show. */
export function FacetFilter(props: FacetFilterProps) {
  const { label, selected, isOpened } = props;
  const styles = useStyles();
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <Popover trapFocus defaultOpen={isOpened} positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          ref={trigger}
          className={styles.trigger}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          aria-label={
            selected.length === 0
              ? `Filter by ${label}`
              : `Filter by ${label}, ${selected.length} chosen`
          }
        >
          {selected.length === 0 ? label : `${label} (${selected.length})`}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={`Filter by ${label}`}>
        <FacetOptions {...props} trigger={trigger} />
      </PopoverSurface>
    </Popover>
  );
}

interface FacetOptionsProps extends FacetFilterProps {
  trigger: RefObject<HTMLElement | null>;
}

function FacetOptions(props: FacetOptionsProps) {
  const { label, note, readOptions, selected, onChange, trigger } = props;
  // One that was added opens without having been pressed.
  useReturnFocus(trigger);
  const styles = useStyles();
  const [text, setText] = useState("");
  const options = useMemo(() => readOptions(), [readOptions]);
  const chosen = useMemo(() => new Set(selected.map((value) => value.toLowerCase())), [selected]);
  const matching = useMemo(() => {
    const words = foldCase(text).split(/\s+/);
    return options.filter((option) => {
      const name = foldCase(`${option.label} ${option.detail ?? ""}`);
      return words.every((word) => name.includes(word));
    });
  }, [options, text]);

  const toggle = (value: string, isChosen: boolean) => {
    const others = selected.filter((one) => one.toLowerCase() !== value.toLowerCase());
    onChange(isChosen ? [...others, value] : others);
  };

  return (
    <>
      {note !== undefined && (
        <Text size={200} className={styles.more}>
          {note}
        </Text>
      )}
      {options.length > SEARCH_FROM && (
        <Input
          size="small"
          value={text}
          onChange={(_, { value }) => setText(value)}
          contentBefore={<Search16Regular />}
          aria-label={`Find in ${label}`}
          placeholder={`Find in ${label}`}
        />
      )}
      <fieldset className={styles.options} aria-label={label}>
        {matching.slice(0, SHOWN_AT_MOST).map(({ value, label: name, detail, count }) => (
          <Checkbox
            key={value}
            className={styles.option}
            checked={chosen.has(value.toLowerCase())}
            onChange={(_, { checked }) => toggle(value, checked === true)}
            label={
              <span className={styles.label}>
                <span className={styles.texts}>
                  {name === "" ? "(none)" : name}
                  {detail !== undefined && <span className={styles.detail}> {detail}</span>}
                </span>{" "}
                <span className={styles.count}>{numberText(count)}</span>
              </span>
            }
          />
        ))}
      </fieldset>
      {matching.length > SHOWN_AT_MOST && (
        <Text size={200} className={styles.more}>
          {matching.length - SHOWN_AT_MOST} more: type to find them.
        </Text>
      )}
      {matching.length === 0 && (
        <Text size={200}>
          {options.length === 0 && note !== undefined
            ? "Nothing to choose from yet."
            : "Nothing matches."}
        </Text>
      )}
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={selected.length === 0}
        onClick={() => onChange([])}
      >
        Clear filter
      </Button>
    </>
  );
}
