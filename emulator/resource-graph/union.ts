import type { GraphRow } from "./schema";
import type { Column } from "./syntax";

/** Makes rows of one leg of a union rows of its result: absent columns are empty, clashing ones renamed. */
export function compileLeg(leg: Column[], result: Column[]): (rows: GraphRow[]) => GraphRow[] {
  const own = new Map(leg.map(({ name, type }) => [name, type]));
  const sources = result.map(({ name, type }) => {
    // Columns of one name and several types are told apart by the type (Kusto documentation, "union operator").
    const clashing = name.endsWith(`_${type}`) ? name.slice(0, -type.length - 1) : undefined;
    const from = own.has(name)
      ? name
      : clashing !== undefined && own.get(clashing) === type
        ? clashing
        : undefined;
    return { name, from, missing: type === "string" ? "" : null };
  });
  const isSame = leg.length === result.length && sources.every(({ name, from }) => name === from);
  if (isSame) return (rows) => rows;
  return (rows) =>
    rows.map((row) => {
      const made: GraphRow = {};
      for (const { name, from, missing } of sources) {
        made[name] = from === undefined ? missing : row[from];
      }
      return made;
    });
}
