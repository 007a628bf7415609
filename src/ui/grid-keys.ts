import type { Shortcut } from "./shortcuts";

const group = "In the rows of the list";

/** What keys do in a `DataTable`, which hears them itself. They work when shortcuts are off. */
export const gridKeys: Shortcut[] = [
  { keys: ["↑ ↓ ← →"], label: "Go from cell to cell, and up into the headers", group },
  { keys: ["Enter"], label: "Open; on a header, sort by it", group },
  { keys: ["Space"], label: "Select, or take back", group },
  { keys: ["Shift+↑ ↓"], label: "Select a range", group },
  { keys: ["Ctrl+A"], label: "Select all", group },
  { keys: ["Esc"], label: "Clear the selection", group },
  { keys: ["Shift+Enter"], label: "On a header: sort by it as well", group },
  { keys: ["F2"], label: "On a header: change its width, by ← →", group },
  { keys: ["Ctrl+Shift+← →"], label: "On a header: move the column", group },
];
