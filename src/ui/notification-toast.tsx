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

/** A notification as it pops up: a title and a line, since page and history have the whole failure. */
export function NotificationToast({ notification }: { notification: Notification }) {
  const { title, body, failure, link } = notification;
  const line = body ?? failure?.code;
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
      {line !== undefined && <ToastBody>{line}</ToastBody>}
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
