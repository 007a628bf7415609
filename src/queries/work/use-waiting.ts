import { useSyncExternalStore } from "react";
import { useAzure } from "../azure-context";

/** Why what is begun does not go on at once: there is no network, or Azure asked to slow down or is unavailable. */
export type WaitingReason = "offline" | "slow-down";

/** Why writes and reads are kept back right now; undefined while they are not. */
export function useWaiting(): WaitingReason | undefined {
  const { connection, traffic } = useAzure();
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isOnline);
  const slowDowns = useSyncExternalStore(traffic.subscribe, traffic.snapshot);
  if (!isOnline) return "offline";
  return slowDowns.some(({ kind }) => kind !== "queries") ? "slow-down" : undefined;
}
