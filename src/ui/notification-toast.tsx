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
  line: {
    display: "-webkit-box",
    overflow: "hidden",
    "-webkit-box-orient": "vertical",
    "-webkit-line-clamp": "3",
  },
});

/** A notification as it pops up: a title and three lines, since page and history have the whole failure. */
export function NotificationToast({ notification }: { notification: Notification }) {
  const { title, body, failure, link } = notification;
  const line = body ?? failure?.message;
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
      {line !== undefined && <ToastBody className={styles.line}>{line}</ToastBody>}
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
