import { makeStyles, tokens } from "@fluentui/react-components";
import type { TableDensity } from "./data-table-items";

/** Pixels. Rows of one height are what makes a hundred thousand of them cheap. */
export const ROW_HEIGHTS: Record<TableDensity, number> = { comfortable: 36, compact: 28 };
export const HEADER_HEIGHT = 36;
/** With the line below it. */
export const HEADER_ROOM = HEADER_HEIGHT + 1;
export const SELECT_WIDTH = 32;
export const CARD_TITLE_HEIGHT = 44;
export const CARD_LINE_HEIGHT = 24;
export const CARD_PADDING = 17;

/** Set on the table: a person who makes a column wider redraws no row. */
export const COLUMNS_VARIABLE = "--data-table-columns";
export const ROW_HEIGHT_VARIABLE = "--data-table-row-height";

/** Below this width rows are cards. */
export const NARROW = "(max-width: 600px)";

const FOCUS = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" };

/** Cells of the header and of the rows, so that they stay aligned. */
export const useCellStyles = makeStyles({
  cell: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    outlineStyle: "none",
    ":focus-visible": FOCUS,
  },
  /** Holds a box or a button. */
  control: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    paddingLeft: 0,
    paddingRight: 0,
  },
  menu: { overflow: "visible" },
  /** Only where it must: each such cell is a layer of its own. */
  stays: { position: "sticky", zIndex: 1, backgroundColor: "inherit" },
  /** Its edge, behind which the others scroll. */
  pinned: { boxShadow: `inset -1px 0 ${tokens.colorNeutralStroke2}` },
  staysFirst: { left: 0 },
  staysLast: { right: 0 },
});

/** What rows and cards look like for what they are. */
export const useRowStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    // Nothing outside of a row depends on what is in it, which saves the browser work.
    contain: "strict",
    display: "grid",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Not the hover of this background: links are not readable on it in the dark theme.
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
  },
  // Fades where motion is welcome, else stays for as long as the row is marked.
  marked: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    "@media (prefers-reduced-motion: no-preference)": {
      backgroundColor: tokens.colorNeutralBackground1,
      animationName: {
        from: { backgroundColor: tokens.colorPaletteYellowBackground1 },
        to: { backgroundColor: tokens.colorNeutralBackground1 },
      },
      animationDuration: "2s",
      animationTimingFunction: "ease-out",
    },
  },
});
