import type { OnFlight } from "../../azure/http/policies/flight-policy";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import type { ChainLink } from "../../lib/chain";
import type { EarlierAttempt } from "../endpoint-writes";
import type { MadeByWork, WorkRecord, WorkRequest, WorkStorage } from "./work-record";

/** A creation, edit or deletion as the pages show it. */
export interface Work {
  record: WorkRecord;
  status: "running" | "failed" | "done";
  /** Another tab runs it. */
  isElsewhere: boolean;
  /** The endpoint as read at the end. */
  endpoint?: RegistryEndpoint;
  /** What stopped it, if that happened in this page. */
  error?: unknown;
}

/** A piece of work that has just ended, either way. */
export interface WorkEnd extends Work {
  /** A page shows how it goes. */
  isAttended: boolean;
}

/** What the links of a run tell the store, and learn from it. */
export interface WorkLog {
  earlier: EarlierAttempt;
  /** Called before any write is handed over. Throws where the person must be asked first. */
  onSend: () => void;
  /** Told when that write really leaves, and when Azure has done nothing with it. */
  onFlight: OnFlight;
  /** The endpoint is written or gone. */
  onWritten: (endpoint?: RegistryEndpoint) => void;
  /** Called right before something is made that was not there. */
  onMake: (made: Partial<MadeByWork>) => void;
}

/** Makes the links of a run; running one again must do no harm. */
export type LinksOf = (log: WorkLog) => ChainLink[];

/** Makes the links of a run that an earlier page began. */
export type LinksOfRecord = (record: WorkRecord) => Promise<LinksOf>;

/** `cleanUp` has ended; or it was not called, because another tab is at it or nothing is left of the run. */
export type TakingBack = "ended" | "busy" | "over";

export interface WorkStore {
  /** By lower-case endpoint id; a new map whenever something changed. */
  snapshot: () => ReadonlyMap<string, Work>;
  subscribe: (onChange: () => void) => () => void;
  /**
   * Begins, or goes on where the same stopped before. False if the endpoint is being worked on already,
   * in this tab or another.
   */
  start: (request: WorkRequest, linksOf: LinksOf) => boolean;
  /**
   * Stops what this tab runs, at once; nothing for what it does not run. What was sent before is not taken
   * back, and the record says whether the endpoint's own write was.
   */
  stop: (id: string) => void;
  /** Follows what other pages began, from now on; the returned function stops. */
  follow: (linksOf: LinksOfRecord) => () => void;
  /**
   * Takes back what a stopped run made: calls `cleanUp` with the run as it is now, and forgets it if that
   * answers true. What is left of it otherwise begins from its start, also where the page is closed in the
   * middle.
   */
  takeBack: (id: string, cleanUp: (record: WorkRecord) => Promise<boolean>) => Promise<TakingBack>;
  /** Drops what has stopped or is done. */
  forget: (id: string) => void;
  /** Called once for every end; ends that nobody heard are told to the first listener. */
  onEnd: (listener: (end: WorkEnd) => void) => () => void;
  /** Notes that a page shows the work of an endpoint, until the returned function is called. */
  attend: (id: string) => () => void;
}

/** What the store takes from the browser. */
export interface WorkHost {
  storage: WorkStorage;
  locks: Pick<LockManager, "request">;
  tabId: string;
  accountId: string;
  newId: () => string;
  now: () => number;
  /** Calls back when another tab changed the storage; the key is null when all of it was cleared. */
  onStorage: (
    listener: (change: { key: string | null; newValue: string | null }) => void,
  ) => () => void;
}
