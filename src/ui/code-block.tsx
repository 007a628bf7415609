import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons";
import { CopyButton } from "./copy-button";
import { downloadText } from "./download-text";

const useStyles = makeStyles({
  root: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  bar: {
    display: "flex",
    justifyContent: "flex-end",
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  code: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflow: "auto",
    maxHeight: "60vh",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    tabSize: 2,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
});

export interface CodeBlockProps {
  code: string;
  /** What the code is: the region's name, and `Copy <label>`. */
  label: string;
  /** Offers the code as a file of this name. */
  fileName?: string;
}

/** Code to read, copy and, with a file name, download. Long lines scroll. */
export function CodeBlock({ code, label, fileName }: CodeBlockProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <CopyButton value={code} label={label} hasText />
        {fileName !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownload16Regular />}
            aria-label={`Download ${fileName}`}
            onClick={() => downloadText(fileName, code)}
          >
            Download
          </Button>
        )}
      </div>
      <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
        <code>{code}</code>
      </pre>
    </div>
  );
}
