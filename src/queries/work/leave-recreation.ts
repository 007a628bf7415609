import { pause } from "../../lib/pause";
import type { LinksOfRecord, WorkEnd, WorkStore } from "./work";
import { isForSignIn } from "./work-words";

/**
 * What becomes of a recreation that has failed without the run that it belonged to, and that was told of. No page
 * goes on with it, so that it is forgotten: its record would be told of by each. Only where the person has to sign
 * in again is it kept, as it has the only copy of the body, and the next page of the tab goes on with it.
 */
export async function leaveRecreation(
  store: WorkStore,
  { record, error }: WorkEnd,
  linksOf: LinksOfRecord,
): Promise<void> {
  // Not before the store has let go of it.
  await pause(0);
  if (!isForSignIn(record)) return store.forget(record.id);
  // It has failed in this page: the next one may have signed in.
  if (error !== undefined) return;
  const { id, kind, isBulk, body } = record;
  store.start({ id, kind, isBulk, body }, await linksOf(record));
}
