import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Alert20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useState } from "react";
import { useNotifications } from "./notifications";
import { OpenerTooltip } from "./opener-tooltip";

const NotificationsPanel = lazy(async () => ({
  default: (await import("./notifications-panel")).NotificationsPanel,
}));

const useStyles = makeStyles({
  root: { position: "relative", display: "inline-flex" },
  count: {
    position: "absolute",
    top: "1px",
    right: "1px",
    minWidth: "16px",
    padding: "0 4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: "16px",
    textAlign: "center",
    pointerEvents: "none",
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      color: "HighlightText",
      backgroundColor: "Highlight",
    },
  },
});

/** The bell: how many notifications are new, and the panel with all of them. */
export function NotificationsButton({ className }: { className?: string }) {
  const styles = useStyles();
  const { notifications, markAllRead } = useNotifications();
  const [isOpen, setIsOpen] = useState(false);
  const unread = notifications.filter(({ isRead }) => !isRead).length;
  const name = unread === 0 ? "Notifications" : `Notifications, ${unread} new`;

  return (
    <span className={styles.root}>
      <OpenerTooltip label={name} isOpen={isOpen}>
        <Button
          appearance="transparent"
          className={className}
          icon={<Alert20Regular />}
          onClick={() => setIsOpen(true)}
        />
      </OpenerTooltip>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread}
        </span>
      )}
      {isOpen && (
        <Suspense>
          <NotificationsPanel
            onClose={() => {
              setIsOpen(false);
              markAllRead();
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
