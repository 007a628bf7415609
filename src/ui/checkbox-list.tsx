import { Checkbox, Input, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Search16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { matchingItems, type SearchableItem } from "./matching-items";

const SEARCH_FROM = 10;
const SHOWN_AT_MOST = 100;

const useStyles = makeStyles({
  options: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "min(320px, 50dvh)",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  texts: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  description: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface CheckboxListProps {
  label: string;
  items: (SearchableItem & { id: string })[];
  selected: readonly string[];
  onChange: (selected: readonly string[]) => void;
}

/** Chooses some of many, by checkboxes; lists of more than ten can be searched, and show 100 at most. */
export function CheckboxList({ label, items, selected, onChange }: CheckboxListProps) {
  const styles = useStyles();
  const [text, setText] = useState("");
  const matching = matchingItems(items, text);
  return (
    <>
      {items.length > SEARCH_FROM && (
        <Input
          size="small"
          value={text}
          onChange={(_, { value }) => setText(value)}
          contentBefore={<Search16Regular />}
          aria-label={`Find in ${label}`}
          placeholder={`Find in ${label.toLowerCase()}`}
        />
      )}
      <fieldset className={styles.options} aria-label={label}>
        {matching.slice(0, SHOWN_AT_MOST).map(({ id, label: name, description }) => (
          <Checkbox
            key={id}
            checked={selected.includes(id)}
            onChange={(_, { checked }) => {
              const others = selected.filter((one) => one !== id);
              onChange(checked === true ? [...others, id] : others);
            }}
            label={
              <span className={styles.texts}>
                {name}
                {description !== undefined && (
                  <span className={styles.description}>{description}</span>
                )}
              </span>
            }
          />
        ))}
      </fieldset>
      {matching.length > SHOWN_AT_MOST && (
        <Text size={200} className={styles.quiet}>
          {matching.length - SHOWN_AT_MOST} more: type to find them.
        </Text>
      )}
      {matching.length === 0 && <Text size={200}>Nothing matches.</Text>}
    </>
  );
}
