import { parse, stringify } from "yaml";
import { deleteItem, insertItem, readArray, sameText } from "./yaml-array-text";

/** A Key Vault object that a secret provider class lets secret syncs read. */
export interface ProviderObject {
  objectName: string;
  /** `secret`, `key` or `cert`; undefined when the entry does not say. */
  objectType?: string;
  /** The name under which secret syncs know it: the alias, else the object's name. */
  path: string;
}

/** The `objects` text is not a document that can be changed without the risk of losing an entry. */
export class UnreadableObjectsError extends Error {
  constructor(reason: string) {
    super(
      `The secret provider class's list of objects cannot be changed safely: ${reason}. It is left as it is.`,
    );
    this.name = "UnreadableObjectsError";
  }
}

/** Entry of the list: its own text, and what that means if it can be read. */
interface Entry {
  content: string;
  object?: ProviderObject;
}

/**
 * The objects of a provider class. `text` is YAML whose `array` items are strings that are YAML again
 * (Microsoft.SecretSyncController 2024-08-21-preview); entries that cannot be read are left out.
 *
 * @throws UnreadableObjectsError when the text is not of that shape
 */
export function listObjects(text: string | undefined): ProviderObject[] {
  return entriesOf(text ?? "").flatMap(({ object }) => object ?? []);
}

/**
 * The text with each named secret listed; names that are listed already change nothing. The text of every
 * other entry stays as it is; new ones follow its indentation, or the documented layout in an empty list.
 *
 * @throws UnreadableObjectsError when that cannot be done without touching another entry
 */
export function addObjects(text: string | undefined, names: readonly string[]): string {
  const entries = entriesOf(text ?? "");
  const missing = [...new Set(names)].filter(
    (name) => !entries.some((entry) => lists(entry, name)),
  );
  const taken = missing.find((name) => entries.some(({ object }) => object?.path === name));
  if (taken !== undefined) {
    throw new UnreadableObjectsError(`“${taken}” is the name of another kind of object in it`);
  }
  return missing
    .map(newEntry)
    .reduce(
      (current, content) =>
        verified(insertItem(current, content), [...entriesOf(current), readEntry(content)]),
      text ?? "",
    );
}

/**
 * The text without the entries of the named secrets; every other entry keeps its text. An emptied list
 * with nothing else around it becomes the empty string.
 *
 * @throws UnreadableObjectsError when that cannot be done without touching another entry
 */
export function removeObjects(text: string | undefined, names: readonly string[]): string {
  let current = text ?? "";
  for (;;) {
    const entries = entriesOf(current);
    const index = entries.findLastIndex((entry) => names.some((name) => lists(entry, name)));
    if (index === -1) {
      return current;
    }
    const others = entries.toSpliced(index, 1);
    current = verified(deleteItem(current, index), others);
    if (others.length === 0 && /^array:\s*$/.test(current)) {
      current = "";
    }
  }
}

function newEntry(name: string): string {
  // Version 1.1 quotes names such as `yes` or `123`, which some readers would not take for text.
  return `objectName: ${stringify(name, { version: "1.1" }).trim()}\nobjectType: secret\n`;
}

function entriesOf(text: string): Entry[] {
  try {
    return readArray(text).map(readEntry);
  } catch (error) {
    throw new UnreadableObjectsError(error instanceof Error ? error.message : String(error));
  }
}

function readEntry(content: string): Entry {
  try {
    // In the failsafe schema every scalar is text, as secret names are, whatever they look like.
    const members: unknown = parse(content, { schema: "failsafe" });
    return { content, object: objectOf(members) };
  } catch {
    return { content };
  }
}

function objectOf(members: unknown): ProviderObject | undefined {
  const { objectName, objectType, objectAlias } = (members ?? {}) as Record<string, unknown>;
  if (typeof objectName !== "string" || objectName === "") {
    return undefined;
  }
  const alias = typeof objectAlias === "string" && objectAlias !== "" ? objectAlias : objectName;
  return typeof objectType === "string"
    ? { objectName, objectType, path: alias }
    : { objectName, path: alias };
}

/** True if the entry gives secret syncs the named secret under its own name. */
function lists({ object }: Entry, name: string): boolean {
  const isSecret = object?.objectType === undefined || object.objectType === "secret";
  return isSecret && object?.objectName === name && object.path === name;
}

/** Reads the changed text back: an edit that would touch another entry must not be written. */
function verified(text: string, expected: Entry[]): string {
  const found = entriesOf(text);
  const isAsExpected =
    found.length === expected.length &&
    found.every(({ content }, index) => sameText(content, expected[index]?.content ?? ""));
  if (!isAsExpected) {
    throw new UnreadableObjectsError("its layout is not one that the portal can extend");
  }
  return text;
}
