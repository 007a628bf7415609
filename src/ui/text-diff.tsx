import { Tab, TabList, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { useId, useState } from "react";
import { CodeBlock } from "./code-block";
import { pairLines, type DiffCell } from "./diff-lines";
import { useMediaQuery } from "./use-media-query";

const useStyles = makeStyles({
  scroller: {
    overflow: "auto",
    maxHeight: "60vh",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  head: {
    position: "sticky",
    top: 0,
    textAlign: "start",
    fontFamily: tokens.fontFamilyBase,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  cell: {
    verticalAlign: "top",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  divided: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    "@media (forced-colors: active)": { outline: "1px dashed CanvasText", outlineOffset: "-1px" },
  },
  added: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText", outlineOffset: "-1px" },
  },
});

export interface TextDiffProps {
  /** Names the comparison, for example `Changes`. */
  label: string;
  before: { title: string; text: string };
  after: { title: string; text: string };
  /** Of the patch, for example `acr.diff`. */
  fileName: string;
}

/** Two texts compared line by line: side by side, and as a unified patch to copy. */
export function TextDiff(props: TextDiffProps) {
  const id = useId();
  const isNarrow = useMediaQuery("(max-width: 640px)");
  const [chosen, setChosen] = useState<"sides" | "text">();
  const view = chosen ?? (isNarrow ? "text" : "sides");
  return (
    <>
      <TabList
        aria-label={`How to show: ${props.label}`}
        selectedValue={view}
        onTabSelect={(_, { value }) => setChosen(value === "sides" ? "sides" : "text")}
      >
        <Tab value="sides" id={`${id}-sides`} aria-controls={`${id}-panel`}>
          Side by side
        </Tab>
        <Tab value="text" id={`${id}-text`} aria-controls={`${id}-panel`}>
          As text
        </Tab>
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${view}`}>
        {view === "sides" ? <Sides {...props} /> : <Patch {...props} />}
      </div>
    </>
  );
}

function Patch({ label, before, after, fileName }: TextDiffProps) {
  const { title, text } = before;
  const options = { headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(title, after.title, text, after.text, "", "", options);
  return <CodeBlock label={label} code={patch} fileName={fileName} />;
}

function Sides({ label, before, after }: TextDiffProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {before.title}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.divided)}>
              {after.title}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairLines(before.text, after.text).map(([left, right], row) => (
            <tr key={row}>
              <DiffTableCell cell={left} changedTo="removed" />
              <DiffTableCell cell={right} changedTo="added" isDivided />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DiffTableCellProps {
  cell?: DiffCell;
  changedTo: "removed" | "added";
  isDivided?: boolean;
}

/** Marked by colour and by a sign, which is also what is read out. */
function DiffTableCell({ cell, changedTo, isDivided = false }: DiffTableCellProps) {
  const styles = useStyles();
  const isChanged = cell?.isChanged ?? false;
  const sign = changedTo === "added" ? "+" : "−";
  const Text = changedTo === "added" ? "ins" : "del";
  return (
    <td
      className={mergeClasses(
        styles.cell,
        isDivided && styles.divided,
        isChanged && styles[changedTo],
      )}
    >
      {cell && isChanged ? (
        <Text className={styles.cell} style={{ textDecoration: "none", padding: 0 }}>
          {`${sign} ${cell.text}`}
        </Text>
      ) : (
        cell && `  ${cell.text}`
      )}
    </td>
  );
}
