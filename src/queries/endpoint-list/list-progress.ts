import type { StreamSnapshot } from "../endpoint-stream/endpoint-stream";
import type { ShownCache } from "./list-store";

/** Whether Azure is being read; `stopped` by a failure or a person: it can go on. */
export type ReadingState = "reading" | "paused" | "stopped";

/** How far the rows of Resource Graph have been read. */
export interface ReadingProgress {
  loaded: number;
  total: number;
  /** So many of them come first by name, whatever is still to be read. */
  firstByName: number;
  state: ReadingState;
  /** Milliseconds since 1970: when Azure's quota lets the next query go. */
  goesOnAt?: number;
}

/** How far instances have been asked of ARM. */
export interface AskingProgress {
  asked: number;
  total: number;
  state: ReadingState;
}

/** What is known of the rows that are not here yet. */
export interface MissingRows {
  /** How many rows there are in all, those that are here included, where that is known. */
  total?: number;
  /** What brings them; absent while nothing does, until the person goes on. */
  from?: "cache" | "index" | "instances";
}

/** What there still is to read, and of what. */
export interface ListProgress {
  reading?: ReadingProgress;
  asking?: AskingProgress;
  missing?: MissingRows;
  isReading: boolean;
}

type Stream = Pick<StreamSnapshot, "status" | "progress" | "updatedAt" | "goesOnAt">;

/** What there still is to read. Rows of an earlier visit are all, until Azure has told of more. */
export function listProgress(stream: Stream, cached?: ShownCache): ListProgress {
  const { status, updatedAt, goesOnAt } = stream;
  const { loaded, total, firstByName, instancesAsked, instancesToAsk } = stream.progress;
  const isReading = status === "loading";
  const state: ReadingState = isReading ? "reading" : status === "paused" ? "paused" : "stopped";
  // A list that was whole before stays so where reading it anew has stopped.
  const isShown = state !== "stopped" || updatedAt === undefined;
  const reading =
    isShown && total > loaded
      ? { loaded, total, firstByName, state, ...(goesOnAt === undefined ? {} : { goesOnAt }) }
      : undefined;
  const asking =
    isShown && instancesToAsk > instancesAsked
      ? { asked: instancesAsked, total: instancesToAsk, state }
      : undefined;
  const isAllHere = updatedAt !== undefined || (cached?.state === "whole" && total <= cached.total);
  const source =
    cached?.state === "coming" ? "cache" : asking === undefined ? "index" : "instances";
  const known = Math.max(reading?.total ?? 0, cached?.total ?? 0);
  return {
    isReading,
    ...(reading ? { reading } : {}),
    ...(asking ? { asking } : {}),
    ...(isAllHere
      ? {}
      : {
          missing: {
            ...(known > 0 ? { total: known } : {}),
            ...(source === "cache" || isReading ? { from: source } : {}),
          },
        }),
  };
}
