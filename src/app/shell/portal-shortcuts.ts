import type { Shortcut } from "../../ui/shortcuts";

const group = "Everywhere";

/** What works on every page. */
export const portalShortcuts = {
  list: { keys: ["?"], label: "Show this list", group },
  endpoints: { keys: ["g", "e"], label: "Go to the registry endpoints", group },
  create: { keys: ["n"], label: "Create a registry endpoint", group },
} satisfies Record<string, Shortcut>;
