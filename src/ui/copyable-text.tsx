import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { CopyButton } from "./copy-button";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalXXS,
    maxWidth: "100%",
  },
  text: { paddingTop: "2px", overflowWrap: "anywhere", minWidth: 0 },
  part: { display: "inline-block", maxWidth: "100%" },
});

export interface CopyableTextProps {
  value: string;
  /** What the text is, for the copy button: `Copy <label>`. */
  label: string;
  href?: string;
}

/** A text with a button to copy it, as a link if it has an address. */
export function CopyableText({ value, label, href }: CopyableTextProps) {
  const styles = useStyles();
  // Ids and addresses break before a slash, not within a name, while there is room for the name.
  const parts = value.split(/(?=\/)/);
  return (
    <span className={styles.root}>
      {href === undefined ? (
        <span className={styles.text}>
          {parts.length === 1
            ? value
            : parts.map((part, index) => (
                <span key={index} className={styles.part}>
                  {part}
                </span>
              ))}
        </span>
      ) : (
        <Link className={styles.text} href={href}>
          {value}
        </Link>
      )}
      <CopyButton value={value} label={label} />
    </span>
  );
}
