import { Tooltip, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AddCircle20Regular, CloudLink20Regular } from "@fluentui/react-icons";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { NavigationPane } from "./use-navigation-pane";

interface Destination {
  to: string;
  label: string;
  icon: ReactElement;
  isCurrent: (path: string) => boolean;
}

const CREATE = "/endpoints/new";

const DESTINATIONS: Destination[] = [
  {
    to: "/endpoints",
    label: "Registry endpoints",
    icon: <CloudLink20Regular />,
    isCurrent: (path) => path.startsWith("/endpoints") && path !== CREATE,
  },
  {
    to: CREATE,
    label: "Create an endpoint",
    icon: <AddCircle20Regular />,
    isCurrent: (path) => path === CREATE,
  },
];

const useStyles = makeStyles({
  root: {
    gridRow: 2,
    gridColumn: 1,
    overflow: "auto",
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { width: "220px" },
  slim: { width: "49px" },
  over: {
    position: "absolute",
    top: 0,
    bottom: 0,
    left: 0,
    zIndex: 5,
    width: "min(280px, 85vw)",
    boxShadow: tokens.shadow16,
  },
  hidden: { display: "none" },
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  link: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    whiteSpace: "nowrap",
    overflow: "hidden",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2Selected,
    boxShadow: `inset 3px 0 0 0 ${tokens.colorCompoundBrandStroke}`,
    // Forced colours have neither shadows nor backgrounds.
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      color: "HighlightText",
      backgroundColor: "Highlight",
    },
  },
  icon: { display: "flex", flexShrink: 0 },
});

interface NavigationProps {
  id: string;
  pane: NavigationPane;
  path: string;
}

/** The portal's pages. Words and icons, icons only, or, on narrow screens, on demand. */
export function Navigation({ id, pane, path }: NavigationProps) {
  const styles = useStyles();
  const shape = pane.isNarrow
    ? pane.isOpen
      ? styles.over
      : styles.hidden
    : pane.isOpen
      ? styles.wide
      : styles.slim;
  return (
    <nav
      id={id}
      aria-label="Portal"
      className={mergeClasses(styles.root, shape)}
      onKeyDown={(event) => {
        if (event.key === "Escape") pane.close();
      }}
    >
      <ul className={styles.list}>
        {DESTINATIONS.map((destination) => (
          <li key={destination.to}>
            <NavigationLink
              destination={destination}
              hasLabel={pane.isOpen}
              isCurrent={destination.isCurrent(path)}
              onFollow={pane.close}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NavigationLinkProps {
  destination: Destination;
  hasLabel: boolean;
  isCurrent: boolean;
  onFollow: () => void;
}

function NavigationLink({ destination, hasLabel, isCurrent, onFollow }: NavigationLinkProps) {
  const styles = useStyles();
  const link = (
    <Link
      to={destination.to}
      className={mergeClasses(styles.link, isCurrent && styles.current)}
      // The router marks every link whose path begins like this one's; only one is current.
      activeProps={{ "aria-current": undefined }}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onFollow}
    >
      <span className={styles.icon} aria-hidden="true">
        {destination.icon}
      </span>
      {hasLabel && destination.label}
    </Link>
  );
  if (hasLabel) return link;
  return (
    <Tooltip content={destination.label} relationship="label" positioning="after" withArrow>
      {link}
    </Tooltip>
  );
}
