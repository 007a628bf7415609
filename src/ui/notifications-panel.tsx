import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useAnnounce } from "./announcer";
import { FailureMessage } from "./failure-message";
import type { Notification } from "./notification";
import { useNotifications } from "./notifications";
import { RelativeTime } from "./relative-time";
import { SidePanel } from "./side-panel";
import { StatusBadge, type StatusIntent } from "./status-badge";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  title: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  new: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  time: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const INTENTS: Record<Notification["intent"], StatusIntent> = {
  info: "informative",
  success: "success",
  warning: "warning",
  error: "error",
};

/** Everything that was notified in this tab since signing in, what is new marked. */
export function NotificationsPanel({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const { notifications, clear } = useNotifications();
  const announce = useAnnounce();
  return (
    <SidePanel
      isOpen
      title="Notifications"
      size="small"
      onClose={onClose}
      footer={
        // Stays when there is nothing left, or the focus would go with it.
        <Button
          disabledFocusable={notifications.length === 0}
          onClick={() => {
            clear();
            announce("Notifications cleared");
          }}
        >
          Clear all
        </Button>
      }
    >
      {notifications.length === 0 ? (
        <p>Nothing yet. What you create, change and delete is reported here.</p>
      ) : (
        <ul className={styles.list}>
          {notifications.map((notification) => (
            <li key={notification.id} className={styles.item}>
              <span className={styles.title}>
                <StatusBadge intent={INTENTS[notification.intent]} label={notification.title} />
                {!notification.isRead && <span className={styles.new}>New</span>}
              </span>
              {notification.body !== undefined && <span>{notification.body}</span>}
              {notification.failure && <FailureMessage failure={notification.failure} />}
              {notification.link && (
                <Link href={notification.link.href} onClick={onClose}>
                  {notification.link.label}
                </Link>
              )}
              <span className={styles.time}>
                <RelativeTime value={notification.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
