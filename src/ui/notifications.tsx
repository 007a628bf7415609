import { Toaster, useId, useToastController } from "@fluentui/react-components";
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { Notification, NotificationInput } from "./notification";
import { NotificationToast } from "./notification-toast";

const KEPT_AT_MOST = 50;
const TOAST_MS = 8_000;
const BELOW_TOP_BAR = { vertical: 52, horizontal: 16 };

interface NotificationsContextValue {
  /** Newest first. */
  notifications: Notification[];
  markAllRead: () => void;
  /** Forgets all of them, those that still show included. */
  clear: () => void;
}

const NotifyContext = createContext<(notification: NotificationInput) => string>(() => "");
const NotificationsContext = createContext<NotificationsContextValue>({
  notifications: [],
  markAllRead: () => undefined,
  clear: () => undefined,
});

/**
 * Shows notifications as toasts and keeps the last 50 in memory. Errors and warnings stay until
 * dismissed; the others leave after eight seconds, later while the pointer is on them.
 */
export function NotificationsProvider({ children }: { children: ReactNode }) {
  const toasterId = useId("toaster");
  const { dispatchToast, dismissToast, dismissAllToasts } = useToastController(toasterId);
  const [notifications, setNotifications] = useState<Notification[]>([]);
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const count = useRef(0);
  const latestOf = useRef(new Map<string, string>());

  const notify = useCallback(
    (input: NotificationInput) => {
      count.current += 1;
      const notification: Notification = {
        ...input,
        id: `notification-${count.current}`,
        at: Date.now(),
        isRead: false,
      };
      setNotifications((earlier) => [notification, ...earlier].slice(0, KEPT_AT_MOST));
      const { subject } = input;
      if (subject !== undefined) {
        const earlier = latestOf.current.get(subject);
        if (earlier !== undefined) dismissToast(earlier);
        latestOf.current.set(subject, notification.id);
      }
      const isLasting = input.intent === "error" || input.intent === "warning";
      dispatchToast(<NotificationToast notification={notification} />, {
        toastId: notification.id,
        intent: input.intent,
        politeness: input.intent === "error" ? "assertive" : "polite",
        timeout: isLasting ? -1 : TOAST_MS,
        pauseOnHover: true,
      });
      return notification.id;
    },
    [dispatchToast, dismissToast],
  );

  const clear = useCallback(() => {
    dismissAllToasts();
    setNotifications([]);
  }, [dismissAllToasts]);

  const history = useMemo<NotificationsContextValue>(
    () => ({
      notifications,
      markAllRead: () =>
        setNotifications((all) =>
          all.every(({ isRead }) => isRead) ? all : all.map((one) => ({ ...one, isRead: true })),
        ),
      clear,
    }),
    [notifications, clear],
  );

  return (
    <NotifyContext value={notify}>
      <NotificationsContext value={history}>
        {children}
        {/* A landmark, so that toasts can be gone to; where they are drawn does not depend on it. */}
        <section ref={setRegion} aria-label="New notifications" />
        <Toaster
          toasterId={toasterId}
          mountNode={region}
          position="top-end"
          offset={BELOW_TOP_BAR}
          limit={4}
        />
      </NotificationsContext>
    </NotifyContext>
  );
}

/** Returns the function that notifies the person, and answers the notification's id. */
export function useNotify(): (notification: NotificationInput) => string {
  return useContext(NotifyContext);
}

/** The history of notifications, newest first. */
export function useNotifications(): NotificationsContextValue {
  return useContext(NotificationsContext);
}
