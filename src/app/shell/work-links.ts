import { editorLinks, type EditorWriter } from "../../features/endpoint-editor/run/editor-links";
import { deleteLinks } from "../../features/endpoints/delete/delete-links";
import { recreationLink } from "../../queries/work/recreation-link";
import type { LinksOf } from "../../queries/work/work";
import type { WorkRecord } from "../../queries/work/work-record";
import { isRecreation } from "../../queries/work/work-words";

/** The links of what an earlier page began. Throws when the record lacks what they need. */
export function workLinks(writer: EditorWriter, record: WorkRecord): LinksOf {
  const { id, kind, body } = record;
  if (isRecreation(record) && body !== undefined)
    return (log) => [recreationLink(writer, { id, body }, log)];
  const links = kind === "delete" ? deleteLinks(writer, record) : editorLinks(writer, record);
  if (links === undefined) throw new Error(`${id} cannot be continued from what is stored.`);
  return links;
}
