import type { ReactNode } from "react";
import type { PendingChange } from "../../queries/own-writes";
import { StatusBadge, type StatusIntent } from "../../ui/status-badge";

const CHANGE_LABELS: Record<PendingChange, string> = {
  creating: "Creating…",
  updating: "Updating…",
  deleting: "Deleting…",
};

interface ProvisioningBadgeProps {
  /** Azure's provisioning state; empty when it tells none. */
  state: string;
  /** This person's own write under way, which says more than the state. */
  change?: PendingChange;
  /** The state in words as they are shown; `provisioningLabel` unless said. */
  label?: ReactNode;
}

/** Where the deployment of an endpoint stands. */
export function ProvisioningBadge({ state, change, label }: ProvisioningBadgeProps) {
  return (
    <StatusBadge
      intent={change === undefined ? intentOf(state) : "running"}
      label={label ?? provisioningLabel(state, change)}
    />
  );
}

/** The state in words. */
export function provisioningLabel(state: string, change?: PendingChange): string {
  return change === undefined ? state || "Not reported" : CHANGE_LABELS[change];
}

/** `Succeeded`, `Failed` and `Canceled` are final; any other state means that Azure is at work. */
function intentOf(state: string): StatusIntent {
  switch (state) {
    case "Succeeded":
      return "success";
    case "Failed":
      return "error";
    case "Canceled":
      return "warning";
    case "":
      return "subtle";
    default:
      return "running";
  }
}
