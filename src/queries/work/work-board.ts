import { idKey } from "../../azure/resource-id";
import type { Work, WorkEnd, WorkStore } from "./work";

/** What the pages see of all work, and what they are told of its ends. */
export interface WorkBoard extends Pick<WorkStore, "snapshot" | "subscribe" | "onEnd" | "attend"> {
  shownOf: (id: string) => Work | undefined;
  /** Shows how the work on an endpoint stands; undefined takes it away. */
  show: (id: string, work: Work | undefined) => void;
  /** Tells an end, once: several tabs may come upon the same. */
  tell: (work: Work) => void;
}

export function createWorkBoard(): WorkBoard {
  const changeListeners = new Set<() => void>();
  const endListeners = new Set<(end: WorkEnd) => void>();
  const attended = new Map<string, number>();
  const told = new Set<string>();
  let unheard: WorkEnd[] = [];
  let items: ReadonlyMap<string, Work> = new Map();

  return {
    snapshot: () => items,
    subscribe: (onChange) => {
      changeListeners.add(onChange);
      return () => changeListeners.delete(onChange);
    },
    shownOf: (id) => items.get(idKey(id)),
    show: (id, work) => {
      const next = new Map(items);
      if (work === undefined) next.delete(idKey(id));
      else next.set(idKey(id), work);
      items = next;
      for (const listener of changeListeners) listener();
    },
    tell: (work) => {
      const { runId, id, stoppedAt = "", startedAt } = work.record;
      const end = `${runId} ${startedAt} ${work.status} ${stoppedAt}`;
      if (told.has(end)) return;
      told.add(end);
      const heard = { ...work, isAttended: attended.has(idKey(id)) };
      if (endListeners.size === 0) unheard = [...unheard, heard];
      for (const listener of endListeners) listener(heard);
    },
    onEnd: (listener) => {
      endListeners.add(listener);
      const ends = unheard;
      unheard = [];
      for (const end of ends) listener(end);
      return () => endListeners.delete(listener);
    },
    attend: (id) => {
      const key = idKey(id);
      attended.set(key, (attended.get(key) ?? 0) + 1);
      return () => {
        const left = (attended.get(key) ?? 1) - 1;
        if (left === 0) attended.delete(key);
        else attended.set(key, left);
      };
    },
  };
}
