import type { ColumnId } from "./columns";
import { endpointFields, wordColumns } from "./fields";
import { foldCase, TEXT_BORDER } from "./fold";
import type { SearchClause } from "./search-language";

/** The columns in which a clause looks for its text; a row has it if any of them has. */
export function columnsOfClause({ field }: SearchClause): readonly ColumnId[] {
  return field === undefined ? wordColumns : endpointFields[field].searched;
}

/** A tag that a clause asks for: its name as a whole, and a part of its value. */
export interface NamedTag {
  name: string;
  value: string;
}

/** What `tag:name=value` asks for, folded; undefined for anything else, which is looked for as text. */
export function namedTagOf({ field, text }: SearchClause): NamedTag | undefined {
  const folded = foldCase(text);
  const border = folded.indexOf("=");
  if (field !== "tags" || border === -1) return undefined;
  return { name: folded.slice(0, border), value: folded.slice(border + 1) };
}

/** True if the folded text of all of an instance's tags has such a tag. */
export function hasNamedTag(tags: string, { name, value }: NamedTag): boolean {
  const before = `${name}=`;
  return tags
    .split(TEXT_BORDER)
    .some((tag) => tag.startsWith(before) && tag.slice(before.length).includes(value));
}
