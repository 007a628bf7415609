import type { FieldId } from "./fields";

/** One demand of a search; a row must meet all of them, or for a negated one must not have its text. */
export interface SearchClause {
  /** Where the text is looked for; absent: in every field that words are looked for in. */
  field?: SearchField;
  /** As it was typed, never empty and on one line; compared as `foldCase` has it. */
  text: string;
  isNegated: boolean;
}

/** Usage is filtered by and not searched: it is no text of the endpoint. */
export type SearchField = Exclude<FieldId, "usage">;

/** What a field may be called before the colon, in any case; its first name is the one that is written. */
const fieldOfName: Readonly<Record<string, SearchField>> = {
  name: "name",
  host: "host",
  instance: "instance",
  site: "site",
  group: "resourceGroup",
  resourcegroup: "resourceGroup",
  rg: "resourceGroup",
  subscription: "subscription",
  sub: "subscription",
  tag: "tags",
  method: "authentication",
  auth: "authentication",
  authentication: "authentication",
  state: "provisioningState",
  provisioningstate: "provisioningState",
  version: "version",
  location: "location",
  registry: "registry",
  kind: "registry",
};

const nameOfField = new Map(
  Object.entries(fieldOfName)
    .reverse()
    .map(([name, field]) => [field, name]),
);

/** The names that a person may write before a colon, one a field. */
export const searchFieldNames: readonly string[] = Object.keys(fieldOfName).filter(
  (name) => nameOfField.get(fieldOfName[name] ?? "name") === name,
);

/** A hyphen, a field's name with a colon, and a phrase or word; each may be absent. */
const NEXT_CLAUSE = new RegExp(
  String.raw`\s*(-?)(?:(${Object.keys(fieldOfName).join("|")}):)?(?:"((?:[^"]|"")*)("|$)|(\S+))?`,
  "iy",
);
/** What an address bar has copied: no field has a scheme before its host. */
const WEB_ADDRESS = /^https?:\/\/(.+?)\/*$/i;
/** Control characters and halves of characters, which no field has and no query should. */
const NOISE = /[\p{Cc}\p{Cs}]/gu;

/**
 * Reads a search: words in any order, `"quoted phrases"` (a quote inside is doubled), `field:text`,
 * `field:"text"`, and `-` before any of them. A word with a colon behind something that is no field
 * (`localhost:5000`) is a word, and a web address is looked for without its scheme. Never throws: a phrase
 * without an end ends with the search, and what has no text yet (`-`, `host:`) asks for nothing.
 */
export function parseSearch(search: string): SearchClause[] {
  const source = search.replace(NOISE, " ");
  const clauses: SearchClause[] = [];
  const next = new RegExp(NEXT_CLAUSE);
  while (next.lastIndex < source.length) {
    const [, hyphen, name, phrase, end, word] = next.exec(source) ?? [];
    const text = phrase === undefined ? wordText(word) : phraseText(phrase, end === '"');
    if (text.trim() === "") continue;
    const field = name === undefined ? undefined : fieldOfName[name.toLowerCase()];
    clauses.push({ ...(field === undefined ? {} : { field }), text, isNegated: hyphen === "-" });
  }
  return clauses;
}

/** Names before a colon that are no field's, so that they were looked for as text; ports and hosts are none. */
export function unknownFieldsOf(search: string): string[] {
  const names = parseSearch(search).flatMap(({ field, text }) =>
    field === undefined ? (/^([a-z]+):(?!\d|\/)/i.exec(text)?.[1] ?? []) : [],
  );
  return [...new Set(names)];
}

/** Writes a search that reads as the same clauses. */
export function formatSearch(clauses: readonly SearchClause[]): string {
  return clauses.map(formatClause).join(" ");
}

function wordText(word = ""): string {
  return WEB_ADDRESS.exec(word)?.[1] ?? word;
}

function phraseText(phrase: string, isClosed: boolean): string {
  const text = phrase.replaceAll('""', '"');
  return isClosed ? text : text.trimEnd();
}

function formatClause(clause: SearchClause): string {
  const { field, text, isNegated } = clause;
  const name = field === undefined ? undefined : nameOfField.get(field);
  const before = `${isNegated ? "-" : ""}${name === undefined ? "" : `${name}:`}`;
  const [read, ...more] = parseSearch(before + text);
  const isRead =
    read?.text === text &&
    read.field === field &&
    read.isNegated === isNegated &&
    more.length === 0;
  return isRead ? before + text : `${before}"${text.replaceAll('"', '""')}"`;
}
