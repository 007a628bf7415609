import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDown16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  node: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  arrow: { alignSelf: "center", color: tokens.colorNeutralForeground3 },
});

interface ChainNodeProps {
  /** What the resource is, for example `Secret sync`. */
  kind: string;
  name: string;
  /** The resource in the Azure portal. */
  href?: string;
  status?: ReactNode;
  /** Draws the arrow to the next link. */
  leadsOn?: boolean;
  children?: ReactNode;
}

/** One link of a chain: what it is, its name, its state and a line of detail. */
export function ChainNode({ kind, name, href, status, leadsOn = true, children }: ChainNodeProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.node}>
        <div className={styles.texts}>
          <Text size={200} className={styles.quiet}>
            {kind}
          </Text>
          {href === undefined ? (
            <Text weight="semibold">{name}</Text>
          ) : (
            <Link href={href} target="_blank" rel="noreferrer">
              {name}
            </Link>
          )}
          {children && (
            <Text size={200} className={styles.quiet}>
              {children}
            </Text>
          )}
        </div>
        {status}
      </div>
      {leadsOn && <ArrowDown16Regular className={styles.arrow} aria-hidden="true" />}
    </li>
  );
}
