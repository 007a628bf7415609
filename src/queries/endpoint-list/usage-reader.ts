import { failureText } from "../endpoint-list-gaps";
import { readEndpointUsage, readIndexedUsage, type InstancesUsage } from "../endpoint-usage";
import type { StreamSnapshot, StreamSources } from "../endpoint-stream/endpoint-stream";

/** Whether it was asked who uses the endpoints, and all has been heard that could be. */
export type UsageReading = "unread" | "reading" | "read";

/** Finds out who uses the endpoints of a list. */
export interface UsageReader {
  reading: () => UsageReading;
  /** Why it is not known of each endpoint, one sentence each. */
  gaps: () => readonly string[];
  /**
   * Asks once all rows are read, and again after each refresh. `isUrgent`: what the index knows is asked beside the
   * first reading of the rows, too; the whole follows all the same.
   */
  want: (isUrgent: boolean) => void;
  /** To be told of each change of how far the rows are read. */
  onStatus: (status: StreamSnapshot["status"]) => void;
  /** Ends it, for good. */
  close: () => void;
}

/** Where it is asked, and who is told. */
export interface UsageSources {
  azure: Parameters<typeof readEndpointUsage>[0];
  listInstanceIds: StreamSources["listInstanceIds"];
  /** Takes what is known by now. */
  onKnown: (usage: InstancesUsage) => void;
  /** `reading` or `gaps` have changed. */
  onChange: () => void;
}

/** Asks nothing before it is wanted. One reading ends the one before. */
export function createUsageReader(sources: UsageSources): UsageReader {
  const { azure, listInstanceIds, onKnown, onChange } = sources;
  let status: StreamSnapshot["status"] = "idle";
  let wereRowsRead = false;
  let isClosed = false;
  let isWanted = false;
  let isUrgent = false;
  /** The look ahead, then the reading, that is under way or was last. */
  let current: AbortController | undefined;
  let reading: UsageReading = "unread";
  let gaps: readonly string[] = [];
  let isKnown = false;

  /** Its failure is none: the reading that follows asks again, and says why. */
  const lookAhead = async () => {
    current = new AbortController();
    const { signal } = current;
    const known = await readIndexedUsage(azure, { signal }).catch(() => undefined);
    if (signal.aborted || known === undefined || known.incomplete.length > 0) return;
    isKnown = true;
    onKnown(known);
    onChange();
  };
  const readAll = async () => {
    current?.abort();
    current = new AbortController();
    const { signal } = current;
    reading = "reading";
    onChange();
    try {
      const usage = await readEndpointUsage(azure, await listInstanceIds(signal), {
        signal,
        priority: "background",
        // What the index has; the rest comes instance by instance, and is not worth an index each.
        onPart: (part) => {
          if (isKnown || signal.aborted) return;
          isKnown = true;
          onKnown(part);
          onChange();
        },
      });
      if (signal.aborted) return;
      isKnown = true;
      onKnown(usage);
      gaps = usage.incomplete;
    } catch (error) {
      if (signal.aborted) return;
      gaps = [failureText(error, "Who uses them could not be read")];
    }
    reading = "read";
    onChange();
  };
  /** `isAnew`: the rows were read just now. */
  const ask = (isAnew: boolean) => {
    if (isClosed || !isWanted) return;
    const isFirst = reading === "unread";
    // Rows of an earlier reading are enough for the first, where another has not come to its end.
    if (isAnew || (isFirst && wereRowsRead && status !== "loading")) void readAll();
    else if (isFirst && isUrgent && status === "loading" && current === undefined) void lookAhead();
  };

  return {
    reading: () => reading,
    gaps: () => gaps,
    want(isUrgentNow) {
      isWanted = true;
      isUrgent ||= isUrgentNow;
      ask(false);
    },
    onStatus(now) {
      const isAnew = now === "ready" && status !== "ready";
      status = now;
      wereRowsRead ||= isAnew;
      ask(isAnew);
    },
    close() {
      isClosed = true;
      current?.abort();
    },
  };
}
