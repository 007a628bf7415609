import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Open12Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { portalLink, useCloud } from "../../../queries/cloud";
import { VisuallyHidden } from "../../../ui/visually-hidden";

/** Keeps the icon on the line of the name's end (U+2060 WORD JOINER). */
const NO_BREAK = "\u2060";

const useStyles = makeStyles({
  icon: { paddingLeft: tokens.spacingHorizontalXXS, "& svg": { verticalAlign: "middle" } },
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
      {children}
      <span className={styles.icon} aria-hidden="true">
        {NO_BREAK}
        <Open12Regular />
      </span>
      <VisuallyHidden> (Azure portal)</VisuallyHidden>
    </Link>
  );
}
