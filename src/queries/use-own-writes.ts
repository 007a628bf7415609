import { useSyncExternalStore } from "react";
import { useAccount } from "./azure-context";
import { ownWritesOf, type OwnWrites, type OwnWritesSnapshot } from "./own-writes";

/** The overlay of the signed-in person and its current state. */
export function useOwnWrites(): { ownWrites: OwnWrites; snapshot: OwnWritesSnapshot } {
  const ownWrites = ownWritesOf(useAccount().id);
  const snapshot = useSyncExternalStore(ownWrites.subscribe, ownWrites.snapshot);
  return { ownWrites, snapshot };
}
