import { editorLinks, type EditorWriter } from "../../features/endpoint-editor/run/editor-links";
import { deleteLinks } from "../../features/endpoints/delete/delete-links";
import type { LinksOf } from "../../queries/work/work";
import type { WorkRecord } from "../../queries/work/work-record";

/** The links of what an earlier page began. Throws when the record lacks what they need. */
export function workLinks(writer: EditorWriter, record: WorkRecord): LinksOf {
  const links =
    record.kind === "delete" ? deleteLinks(writer, record) : editorLinks(writer, record);
  if (links === undefined) throw new Error(`${record.id} cannot be continued from what is stored.`);
  return links;
}
