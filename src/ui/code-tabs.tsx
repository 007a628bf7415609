import { Tab, TabList, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { CodeBlock } from "./code-block";

const useStyles = makeStyles({
  // One row on narrow screens too: it scrolls sideways.
  tabs: { overflowX: "auto", overflowY: "hidden", scrollbarWidth: "thin" },
  tab: { flexShrink: 0 },
});

export interface CodeTabsProps {
  /** Names the list of tabs, for example `Languages`. */
  label: string;
  blocks: { id: string; label: string; fileName: string; code: string }[];
}

/** The same thing in several languages, one at a time, each to copy or download. */
export function CodeTabs({ label, blocks }: CodeTabsProps) {
  const styles = useStyles();
  const id = useId();
  const [chosenId, setChosenId] = useState<string>();
  const shown = blocks.find((block) => block.id === chosenId) ?? blocks[0];
  if (shown === undefined) return null;
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={label}
        selectedValue={shown.id}
        onTabSelect={(_, { value }) => setChosenId(String(value))}
      >
        {blocks.map((block) => (
          <Tab
            key={block.id}
            className={styles.tab}
            value={block.id}
            id={`${id}-${block.id}`}
            aria-controls={block === shown ? `${id}-panel` : undefined}
          >
            {block.label}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        <CodeBlock key={shown.id} code={shown.code} label={shown.label} fileName={shown.fileName} />
      </div>
    </>
  );
}
