import { makeStyles, tokens } from "@fluentui/react-components";

/** Pixels. Rows of one height are what makes a hundred thousand of them cheap. */
export const ROW_HEIGHT = 36;
export const CARD_TITLE_HEIGHT = 44;
export const CARD_LINE_HEIGHT = 24;
export const CARD_PADDING = 17;

/** Below this width rows are cards. */
export const NARROW = "(max-width: 600px)";

/** Cells of the header and of the rows, so that they stay aligned. */
export const useCellStyles = makeStyles({
  cell: {
    display: "flex",
    alignItems: "center",
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    overflow: "hidden",
    whiteSpace: "nowrap",
    backgroundColor: "inherit",
  },
  content: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    // Badges and links sit on the line of plain text.
    "& > *:not(mark)": { verticalAlign: "middle" },
  },
  rowHeader: {
    position: "sticky",
    left: 0,
    zIndex: 1,
  },
  menu: {
    position: "sticky",
    right: 0,
    zIndex: 1,
    justifyContent: "center",
    paddingLeft: 0,
    paddingRight: 0,
    overflow: "visible",
  },
});
