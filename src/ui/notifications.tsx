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
const PASSING_TOAST_MS = 4_000;
const BELOW_TOP_BAR = { vertical: 52, horizontal: 16 };

interface NotificationsContextValue {
  /** Newest first. */
  notifications: Notification[];
  markAllRead: () => void;
  /** Forgets all of them, those that still show included. */
  clear: () => void;
  /** Puts earlier ones, which are not shown again, behind those that came since. */
  restore: (earlier: Notification[]) => void;
  /** Takes the toast of a subject away, whose words are not true any more. */
  outdate: (subject: string) => void;
}

const NotifyContext = createContext<(notification: NotificationInput) => string>(() => "");
const NotificationsContext = createContext<NotificationsContextValue>({
  notifications: [],
  markAllRead: () => undefined,
  clear: () => undefined,
  restore: () => undefined,
  outdate: () => undefined,
});

/**
 * Shows notifications as toasts and keeps the last 50 in memory;
 * `useKeptNotifications` keeps them over a reload. Errors and warnings stay until
 * dismissed; the others leave after eight seconds, passing ones after four, later while the pointer is on them or
 * another window is in front.
 */
export function NotificationsProvider({ children }: { children: ReactNode }) {
  const toasterId = useId("toaster");
  const { dispatchToast, dismissToast, dismissAllToasts } = useToastController(toasterId);
  const [notifications, setNotifications] = useState<Notification[]>([]);
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const latestOf = useRef(new Map<string, string>());

  const notify = useCallback(
    (input: NotificationInput) => {
      const notification: Notification = {
        ...input,
        // Of a kind that those of the page before a reload cannot have had.
        id: crypto.randomUUID(),
        at: Date.now(),
        isRead: false,
      };
      const { subject, isPassing } = input;
      if (!isPassing)
        setNotifications((earlier) => [notification, ...earlier].slice(0, KEPT_AT_MOST));
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
        timeout: isLasting ? -1 : isPassing ? PASSING_TOAST_MS : TOAST_MS,
        pauseOnHover: true,
        // What was said while another window was in front is there when the person comes back.
        pauseOnWindowBlur: true,
      });
      return notification.id;
    },
    [dispatchToast, dismissToast],
  );

  const outdate = useCallback(
    (subject: string) => {
      const earlier = latestOf.current.get(subject);
      if (earlier !== undefined) dismissToast(earlier);
    },
    [dismissToast],
  );

  const clear = useCallback(() => {
    dismissAllToasts();
    setNotifications([]);
  }, [dismissAllToasts]);

  const restore = useCallback((earlier: Notification[]) => {
    setNotifications((newer) => {
      const known = new Set(newer.map(({ id }) => id));
      return [...newer, ...earlier.filter(({ id }) => !known.has(id))].slice(0, KEPT_AT_MOST);
    });
  }, []);

  const history = useMemo<NotificationsContextValue>(
    () => ({
      notifications,
      markAllRead: () =>
        setNotifications((all) =>
          all.every(({ isRead }) => isRead) ? all : all.map((one) => ({ ...one, isRead: true })),
        ),
      clear,
      restore,
      outdate,
    }),
    [notifications, clear, restore, outdate],
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
