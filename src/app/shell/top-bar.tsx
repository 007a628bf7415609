import { Button, Tooltip, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Navigation20Regular, Question20Regular } from "@fluentui/react-icons";
import { Link } from "@tanstack/react-router";
import { NotificationsButton } from "../../ui/notifications-button";
import { DOCUMENTATION_URL, PRODUCT_NAME } from "../product";
import { SettingsButton } from "../settings/settings-button";
import { AccountButton } from "../sign-in/account-button";
import type { StartedApp } from "../start";
import type { NavigationPane } from "./use-navigation-pane";

const useStyles = makeStyles({
  bar: {
    gridRow: 1,
    gridColumn: "1 / -1",
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "44px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorBrandBackgroundStatic,
    color: tokens.colorNeutralForegroundStaticInverted,
    // Seen where contrast is high or colours are forced, when the bar has no colour of its own.
    borderBottom: `1px solid ${tokens.colorTransparentStroke}`,
  },
  button: {
    color: tokens.colorNeutralForegroundStaticInverted,
    ":hover": {
      color: tokens.colorNeutralForegroundStaticInverted,
      backgroundColor: tokens.colorSubtleBackgroundInvertedHover,
    },
    ":hover:active": {
      color: tokens.colorNeutralForegroundStaticInverted,
      backgroundColor: tokens.colorSubtleBackgroundInvertedPressed,
    },
    // Fluent draws the ring for neutral backgrounds; on the brand colour it must be the text's.
    ":focus-visible": { outline: `2px solid ${tokens.colorNeutralForegroundStaticInverted}` },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundStaticInverted,
    textDecorationLine: "none",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { textDecorationLine: "underline" },
  },
  gap: { flexGrow: 1 },
});

interface TopBarProps {
  app: StartedApp | undefined;
  pane: NavigationPane;
  navigationId: string;
}

/** Product name, navigation button, notifications, settings, help and account. */
export function TopBar({ app, pane, navigationId }: TopBarProps) {
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <Button
        appearance="transparent"
        className={styles.button}
        icon={<Navigation20Regular />}
        aria-label="Navigation"
        aria-expanded={pane.isOpen}
        aria-controls={navigationId}
        onClick={pane.toggle}
      />
      <Link to="/endpoints" className={mergeClasses(styles.button, styles.name)}>
        {PRODUCT_NAME}
      </Link>
      <span className={styles.gap} />
      <NotificationsButton className={styles.button} />
      <SettingsButton app={app} className={styles.button} />
      <Tooltip content="Documentation (opens in a new tab)" relationship="label" withArrow>
        <Button
          as="a"
          appearance="transparent"
          className={styles.button}
          icon={<Question20Regular />}
          href={DOCUMENTATION_URL}
          target="_blank"
          rel="noreferrer"
        />
      </Tooltip>
      {app?.session.account && (
        <AccountButton app={app} account={app.session.account} className={styles.button} />
      )}
    </header>
  );
}
