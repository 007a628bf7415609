import type { OwnWrites } from "../own-writes";

/**
 * The overlay for somebody who writes much in a row: what a write changes in it is told together with what
 * others change within `everyMs`, since the list is drawn anew each time. `flush` tells it at once.
 */
export function ownWritesInBatches(
  ownWrites: OwnWrites,
  everyMs: number,
): OwnWrites & { flush: () => void } {
  let changes: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const due = changes;
    changes = [];
    ownWrites.together(() => {
      for (const change of due) change();
    });
  };
  const later = (change: () => void) => {
    changes.push(change);
    timer ??= setTimeout(flush, everyMs);
  };
  return {
    ...ownWrites,
    begin: (pending) => later(() => ownWrites.begin(pending)),
    end: (id) => later(() => ownWrites.end(id)),
    recordWritten: (endpoint) => later(() => ownWrites.recordWritten(endpoint)),
    recordDeleted: (id) => later(() => ownWrites.recordDeleted(id)),
    flush,
  };
}
