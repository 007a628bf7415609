import { idKey } from "../../azure/resource-id";
import type { LinksOf, Work, WorkStore } from "./work";
import type { WorkRequest } from "./work-record";

/**
 * Starts a piece of work, or follows the same where it is under way already, in this tab or another; resolves
 * with it once it has ended either way. Undefined where something else is being done with the endpoint, so that
 * it was not begun. Whoever calls this tells its end. `onChange` is called while it is under way.
 */
export function workToEnd(
  store: WorkStore,
  request: WorkRequest,
  linksOf: LinksOf,
  onChange: (work: Work) => void,
): Promise<Work | undefined> {
  return new Promise((resolve) => {
    const current = () => store.snapshot().get(idKey(request.id));
    const leave = store.attend(request.id);
    let isOver = false;
    const finish = (work: Work | undefined) => {
      if (isOver) return;
      isOver = true;
      unsubscribe();
      resolve(work);
      // The end is told right after it is shown.
      queueMicrotask(leave);
    };
    const look = () => {
      const work = current();
      if (isOver) return;
      if (work === undefined) {
        // What another tab has begun meanwhile is shown in a moment.
        queueMicrotask(() => {
          if (current() === undefined) finish(undefined);
        });
      } else if (work.record.kind !== request.kind) finish(undefined);
      else if (work.status === "running") onChange(work);
      else finish(work);
    };
    const unsubscribe = store.subscribe(look);
    if (!store.start(request, linksOf)) look();
  });
}
