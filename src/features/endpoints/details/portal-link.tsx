import { Link, makeStyles } from "@fluentui/react-components";
import { Open12Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { portalLink, useCloud } from "../../../queries/cloud";
import { VisuallyHidden } from "../../../ui/visually-hidden";

const useStyles = makeStyles({
  // Room for the icon at the end of the name's last line, so that it is never alone on one.
  name: { paddingRight: "16px" },
  icon: {
    position: "absolute",
    display: "inline-flex",
    alignItems: "center",
    height: "1lh",
    marginLeft: "-14px",
  },
});

interface PortalLinkProps {
  /** ARM id of what the link opens. */
  id: string;
  children: ReactNode;
}

/** A resource's name as a link to its page in the Azure portal, in a new tab. */
export function PortalLink({ id, children }: PortalLinkProps) {
  const styles = useStyles();
  const cloud = useCloud();
  return (
    <Link
      href={portalLink(cloud, id)}
      target="_blank"
      rel="noreferrer"
      title="Open in Azure portal"
    >
      <span className={styles.name}>{children}</span>
      <span className={styles.icon} aria-hidden="true">
        <Open12Regular />
      </span>
      <VisuallyHidden> (Azure portal)</VisuallyHidden>
    </Link>
  );
}
