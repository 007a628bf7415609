import {
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { QuestionCircle20Regular } from "@fluentui/react-icons";
import { WORD_FIELDS_TEXT } from "./word-fields-text";
import { searchFieldNames } from "../../../lib/endpoint-query/search-language";

const useStyles = makeStyles({
  surface: { maxWidth: "min(380px, 90vw)" },
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
  },
  pair: { display: "contents" },
  example: { fontFamily: tokens.fontFamilyMonospace },
  meaning: { margin: 0 },
  columns: { marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
});

const EXAMPLES: readonly (readonly [example: string, meaning: string])[] = [
  ["oslo ghcr", "both words, in any order"],
  ['"line 4"', "the words together"],
  ["state:failed", "in one column"],
  ["rg:north sub:retail", "short for group: and subscription:"],
  ["tag:env=prod", "the instance has the tag with that value"],
  ["-site:oslo", "rows without it"],
];

/** What the search box understands. */
export function SearchHelp() {
  const styles = useStyles();
  return (
    <Popover withArrow trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<QuestionCircle20Regular />}
          aria-label="What the search understands"
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="What the search understands">
        <Text weight="semibold">What the search understands</Text>
        <dl className={styles.list}>
          {EXAMPLES.map(([example, meaning]) => (
            <div key={example} className={styles.pair}>
              <dt className={styles.example}>{example}</dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Text block size={200} className={styles.columns}>
          {WORD_FIELDS_TEXT} Columns: {searchFieldNames.join(", ")}.
        </Text>
      </PopoverSurface>
    </Popover>
  );
}
