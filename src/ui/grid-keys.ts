import type { Shortcut } from "./shortcuts";

const group = "In the rows of the list";

/** What keys do in a `DataTable`, which hears them itself. They work when shortcuts are off. */
export const gridKeys: Shortcut[] = [
  { keys: ["↑ ↓ ← →"], label: "Go from cell to cell, and up into the headers", group },
  { keys: ["Home / End"], label: "Go to the first or last cell; with Ctrl, of all rows", group },
  { keys: ["PgUp / PgDn"], label: "Go a screen up or down", group },
  { keys: ["← →"], label: "On the head of a group: collapse, expand", group },
  { keys: ["Enter"], label: "Open; on a header, sort by it", group },
  { keys: ["Space"], label: "Select, or take back", group },
  { keys: ["Shift+↑ ↓"], label: "Select a range", group },
  { keys: ["Ctrl+A"], label: "Select all", group },
  { keys: ["Esc"], label: "Clear the selection", group },
  { keys: ["Shift+Enter"], label: "On a header: sort by it as well", group },
  { keys: ["F2"], label: "On a header: change its width, by ← →", group },
  { keys: ["Ctrl+Shift+← →"], label: "On a header: move the column", group },
];
