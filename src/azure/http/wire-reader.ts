import { nameOf } from "../resource-id";
import { isRecord } from "./error-detail";

/** Reads a member of an answer; undefined for one that is missing, null or can have no such type. */
export type Reader = (wire: unknown) => unknown;

/** A text; what came as anything else is shown as its JSON, so that nothing that Azure says is lost. */
export const text: Reader = (wire) =>
  typeof wire === "string" || wire === undefined || wire === null
    ? (wire ?? undefined)
    : JSON.stringify(wire);

export const number: Reader = (wire) =>
  wire !== null && wire !== "" && Number.isFinite(Number(wire)) ? Number(wire) : undefined;

export const flag: Reader = (wire) => (typeof wire === "boolean" ? wire : undefined);

/** The items that can be read. */
export function list(read: Reader): Reader {
  return (wire) =>
    Array.isArray(wire) ? wire.flatMap((item: unknown) => read(item) ?? []) : undefined;
}

/** A record: the named members by their readers, all others as they are. */
export function record(members: Readonly<Record<string, Reader>>): Reader {
  const readers = Object.entries(members);
  return (wire) => {
    if (!isRecord(wire)) return undefined;
    const read: Record<string, unknown> = { ...wire };
    for (const [member, reader] of readers) {
      const value = reader(wire[member]);
      if (value === undefined) delete read[member];
      else read[member] = value;
    }
    return read;
  };
}

/** A record whose members are all alike, whatever their names. */
export function each(read: Reader): Reader {
  return (wire) =>
    isRecord(wire)
      ? // From entries, which no member's name can turn into a prototype.
        Object.fromEntries(
          Object.entries(wire).flatMap(([name, member]) => {
            const value = read(member);
            return value === undefined ? [] : [[name, value]];
          }),
        )
      : undefined;
}

/** What the portal cannot do without, with what stands for it where the answer lacks it. */
export function needed(read: Reader, otherwise: unknown): Reader {
  return (wire) => read(wire) ?? otherwise;
}

/**
 * Reads a resource of ARM or a row of Resource Graph, which has null for what ARM leaves out: it has an id, a
 * name and properties, whatever of them the answer lacks. Undefined for what has no id. `askedId` is the
 * id that it was read by.
 */
export type ResourceReader<Resource> = (wire: unknown, askedId?: string) => Resource | undefined;

/** Makes the reader of a type of resource from the readers of its properties, and of members of its own. */
export function resourceReader<Resource>(
  properties: Readonly<Record<string, Reader>>,
  members: Readonly<Record<string, Reader>> = {},
): ResourceReader<Resource> {
  const read = record({
    ...COMMON,
    properties: (wire) => record(properties)(isRecord(wire) ? wire : {}),
    ...members,
  });
  return (wire, askedId = "") => {
    const resource = read(wire);
    if (!isRecord(resource)) return undefined;
    const id = (resource.id as string | undefined) || askedId;
    if (id === "") return undefined;
    const { name = nameOf(id), type = "" } = resource;
    return { ...resource, id, name, type } as Resource;
  };
}

/** What is in a list beside resources has no id to be shown, opened or changed by. */
export function resourcesIn<Resource>(
  items: readonly unknown[],
  read: ResourceReader<Resource>,
): Resource[] {
  return items.flatMap((item) => read(item) ?? []);
}

/** Of every resource (common types v5). */
const COMMON: Readonly<Record<string, Reader>> = {
  id: text,
  name: text,
  type: text,
  location: text,
  tags: each(text),
  extendedLocation: record({ name: text, type: text }),
  systemData: each(text),
};
