import { Text, Title3, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useAppName } from "./app-name";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  titleRow: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
  titleLine: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    flexWrap: "wrap",
  },
  icon: {
    display: "flex",
    color: tokens.colorBrandForeground1,
    "& svg": { width: "32px", height: "32px" },
  },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, flexShrink: 1 },
  title: {
    margin: 0,
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  subtitle: { color: tokens.colorNeutralForeground3 },
});

export interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  icon?: ReactNode;
  commands?: ReactNode;
  badge?: ReactNode;
  /** Title of the browser tab where it differs from the heading, for example with the wizard's step. */
  documentTitle?: string;
}

/**
 * The page's one `h1` with its commands. Sets the document title. The heading carries
 * `data-page-title` and can be focused, so that the shell moves focus there on navigation.
 */
export function PageHeader(props: PageHeaderProps) {
  const { title, subtitle, icon, commands, badge, documentTitle = title } = props;
  const styles = useStyles();
  const appName = useAppName();
  return (
    <header className={styles.root}>
      <title>{appName === "" ? documentTitle : `${documentTitle} - ${appName}`}</title>
      <div className={styles.titleRow}>
        {icon && (
          <span className={styles.icon} aria-hidden="true">
            {icon}
          </span>
        )}
        <div className={styles.texts}>
          <div className={styles.titleLine}>
            <Title3 as="h1" className={styles.title} tabIndex={-1} data-page-title="">
              {title}
            </Title3>
            {badge}
          </div>
          {subtitle && <Text className={styles.subtitle}>{subtitle}</Text>}
        </div>
      </div>
      {commands}
    </header>
  );
}
