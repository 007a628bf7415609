import type { SecretSync } from "../../azure/secret-sync/secret-sync";
import { StatusBadge } from "../../ui/status-badge";
import { syncVerdict } from "./chain/sync-verdict";

/** What the cluster last said of a secret sync. */
export function SyncBadge({ sync }: { sync: SecretSync }) {
  switch (syncVerdict(sync).state) {
    case "synced":
      return <StatusBadge intent="success" label="Synced" />;
    case "failed":
      return <StatusBadge intent="error" label="Sync failed" />;
    case "unknown":
      return <StatusBadge intent="subtle" label="Not confirmed yet" />;
  }
}
