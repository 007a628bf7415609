import type { Shortcut } from "../../ui/shortcuts";

const list = "In the list of registry endpoints";
const endpoint = "On the page of a registry endpoint";

/** What the pages of this feature do beyond what works everywhere. */
export const endpointShortcuts = {
  search: { keys: ["/"], label: "Search", group: list },
  refreshList: { keys: ["r"], label: "Refresh", group: list },
  refresh: { keys: ["r"], label: "Refresh", group: endpoint },
  edit: { keys: ["e"], label: "Edit", group: endpoint },
} satisfies Record<string, Shortcut>;
