import type { Operator } from "./compile-query";
import { invalidQuery } from "./query-error";
import { nameOf } from "./scalar";
import type { GraphRow } from "./schema";
import type { SyntaxNode } from "./syntax";
import { groupKey, isMissing } from "./values";

const KINDS = ["innerunique", "inner", "leftouter"] as const;
type JoinKind = (typeof KINDS)[number];

/** The rows that the right side of a join gives. */
export type Source = (now: number) => GraphRow[];

/**
 * Compiles `join kind=… (right) on …` for the kinds that Resource Graph has: inner, innerunique (the
 * default: one left row a key) and leftouter. A right column whose name is taken gets a `1` behind it.
 */
export function compileJoin(query: string, node: SyntaxNode, right: Source): Operator {
  const kind = joinKind(query, node);
  const clause = node.children.find((child) => child.kind === "JoinOnClause");
  const on = (clause?.children ?? []).map((condition) => columnsOf(query, condition));
  if (on.length === 0) throw unsupported(query, node, "A join without an 'on' clause");
  const keyOf = (row: GraphRow, side: "left" | "right") =>
    on.map((columns) => row[columns[side]]).some(isMissing)
      ? undefined
      : on.map((columns) => groupKey(row[columns[side]])).join("\u0000");

  return (rows, now) => {
    const rightRows = right(now);
    const columns = Object.keys(rightRows[0] ?? {});
    const byKey = new Map<string, GraphRow[]>();
    for (const row of rightRows) {
      const key = keyOf(row, "right");
      if (key === undefined) continue;
      const found = byKey.get(key);
      if (found) found.push(row);
      else byKey.set(key, [row]);
    }
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      const key = keyOf(row, "left");
      if (kind === "innerunique" && key !== undefined) {
        if (seen.has(key)) return [];
        seen.add(key);
      }
      const matches = key === undefined ? [] : (byKey.get(key) ?? []);
      if (matches.length === 0) return kind === "leftouter" ? [merge(row, undefined, columns)] : [];
      return matches.map((match) => merge(row, match, columns));
    });
  };
}

function merge(left: GraphRow, right: GraphRow | undefined, columns: string[]): GraphRow {
  const row: GraphRow = { ...left };
  for (const column of columns) {
    const name = column in left ? `${column}1` : column;
    row[name] = right ? right[column] : null;
  }
  return row;
}

function joinKind(query: string, node: SyntaxNode): JoinKind {
  const parameter = node.children.find(({ kind }) => kind === "NamedParameter");
  if (!parameter) return "innerunique";
  const [name = "", value = ""] = parameter.text.split("=").map((part) => part.trim());
  const kind = KINDS.find((known) => known === value);
  if (name !== "kind" || !kind) throw unsupported(query, node, `A join with '${parameter.text}'`);
  return kind;
}

function columnsOf(query: string, node: SyntaxNode): { left: string; right: string } {
  if (node.kind === "NameReference") return { left: nameOf(node), right: nameOf(node) };
  const sides = node.kind === "EqualExpression" ? node.children.map(({ text }) => text) : [];
  const left = sides.find((side) => side.startsWith("$left."))?.slice("$left.".length);
  const right = sides.find((side) => side.startsWith("$right."))?.slice("$right.".length);
  if (left === undefined || right === undefined) {
    throw unsupported(query, node, `The join condition '${node.text}'`);
  }
  return { left, right };
}

function unsupported(query: string, node: SyntaxNode, what: string) {
  return invalidQuery(query, {
    code: "UnsupportedExpression",
    message: `${what} is not supported.`,
    position: node.start,
    token: node.text,
  });
}
