import {
  Button,
  Link,
  Toast,
  ToastBody,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { Notification } from "./notification";

const useStyles = makeStyles({
  toast: { overflowWrap: "anywhere" },
});

/** A notification as it pops up: in brief, since the page and the history have the whole failure. */
export function NotificationToast({ notification }: { notification: Notification }) {
  const { title, body, link } = notification;
  const styles = useStyles();
  return (
    <Toast className={styles.toast}>
      <ToastTitle
        action={
          <ToastTrigger>
            <Button
              size="small"
              appearance="transparent"
              aria-label="Dismiss"
              icon={<Dismiss16Regular />}
            />
          </ToastTrigger>
        }
      >
        {title}
      </ToastTitle>
      {body !== undefined && <ToastBody>{body}</ToastBody>}
      {link && (
        <ToastFooter>
          <ToastTrigger>
            <Link href={link.href}>{link.label}</Link>
          </ToastTrigger>
        </ToastFooter>
      )}
    </Toast>
  );
}
