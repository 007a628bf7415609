/**
 * Messages between tabs reach no tab that the browser has frozen or discarded. So a departure leaves a mark
 * in the storage that tabs share, with a value of its own, and each tab knows the mark that it signed in under.
 */
const MARK = "rep.departed.";
/** In the tab's own storage; goes with what is forgotten of the person. */
const SEEN = "rep.departure-seen";

interface MarkStorage {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
}

/** Marks that a person has left this browser, or a tab of it for another account. */
export function markDeparture(shared: MarkStorage, homeAccountId: string, mark: string): void {
  try {
    shared.setItem(MARK + homeAccountId, mark);
  } catch {
    // Storage is full or forbidden: tabs that are awake are told by message.
  }
}

/** Notes under which mark this tab's session began; later marks are departures from it. */
export function noteArrival(tab: MarkStorage, shared: MarkStorage, homeAccountId: string): void {
  tab.setItem(SEEN, shared.getItem(MARK + homeAccountId) ?? "");
}

/** True if the person has left, in another tab, since this tab's session began. */
export function hasMissedDeparture(
  tab: MarkStorage,
  shared: MarkStorage,
  homeAccountId: string,
): boolean {
  const seen = tab.getItem(SEEN);
  return seen !== null && seen !== (shared.getItem(MARK + homeAccountId) ?? "");
}
