import { hasMissedDeparture, markDeparture } from "./missed-departures";

/** How the person left, here or in another tab, since the page was loaded. */
export interface Departure {
  /** The page is about to be left for the sign-out of Microsoft Entra ID. */
  isUnderWay: boolean;
  /** Another tab of this browser signed the account out, or changed it for another. */
  isElsewhere: boolean;
  /** Why the session with Microsoft could not be ended. */
  error?: unknown;
}

/** Whether the person has left, to be watched. */
export interface Departures {
  subscribe: (onChange: () => void) => () => void;
  current: () => Departure | undefined;
}

/** Remembers a departure and tells those who watch. */
export function createDepartures(): Departures & { depart: (departure: Departure) => void } {
  const listeners = new Set<() => void>();
  let current: Departure | undefined;
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
    depart: (departure) => {
      current = departure;
      for (const listener of listeners) listener();
    },
  };
}

/** What tabs of this browser tell each other; the message is the id of the account that left. */
const CHANNEL = "rep.departures";

/** Moments at which a tab may have slept before, and so missed a message. */
const AWAKENINGS = ["resume", "visibilitychange", "pageshow", "focus"];

/** Tokens are kept per tab, so tabs must tell each other when a person leaves the browser. */
export interface DepartureChannel {
  /** Tells the other tabs, those that sleep when they wake. */
  tell: (homeAccountId: string) => void;
  /** Calls back when that person has left in another tab since this tab's session began. */
  listen: (homeAccountId: string, onLeft: () => void) => void;
}

export function openDepartureChannel(): DepartureChannel {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (homeAccountId) => {
      markDeparture(localStorage, homeAccountId, crypto.randomUUID());
      channel.postMessage(homeAccountId);
    },
    listen: (homeAccountId, onLeft) => {
      channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (data === homeAccountId) onLeft();
      });
      const look = () => {
        if (hasMissedDeparture(sessionStorage, localStorage, homeAccountId)) onLeft();
      };
      // Those of the document do not all reach the window.
      for (const target of [window, document]) {
        for (const awakening of AWAKENINGS) target.addEventListener(awakening, look);
      }
    },
  };
}
