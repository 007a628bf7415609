import { invalidQuery } from "./query-error";
import { nameOf } from "./scalar";
import type { GraphRow } from "./schema";
import type { Column, SyntaxNode } from "./syntax";
import { groupKeyOf, isMissing, type Value } from "./values";

const KINDS = ["innerunique", "inner", "leftouter"] as const;
type JoinKind = (typeof KINDS)[number];

/** Joins the rows of both sides. */
export type Join = (left: GraphRow[], right: GraphRow[]) => GraphRow[];

/** A column of the right side, and what it is called after the join. */
interface JoinedColumn {
  from: string;
  to: string;
  /** Value where a left row has no match: Kusto's text is never null. */
  missing: Value;
}

/**
 * Compiles `join kind=… (right) on …` for the kinds that Resource Graph has: inner, innerunique (the
 * default: one left row a key) and leftouter. A right column whose name is taken gets a number behind it.
 */
export function compileJoin(
  query: string,
  node: SyntaxNode,
  sides: { left: Column[]; right: Column[] },
): Join {
  const kind = joinKind(query, node);
  const clause = node.children.find((child) => child.kind === "JoinOnClause");
  const on = (clause?.children ?? []).map((condition) => columnsOf(query, condition));
  if (on.length === 0) throw unsupported(query, node, "A join without an 'on' clause");
  const added = sides.right.map(({ name, type }, index): JoinedColumn => {
    const to = node.columns?.[sides.left.length + index]?.name ?? name;
    return { from: name, to, missing: type === "string" ? "" : null };
  });

  const keyOf = (row: GraphRow, side: "left" | "right"): string | undefined => {
    const values = on.map((columns) => row[columns[side]]);
    return values.some(isMissing) ? undefined : groupKeyOf(values);
  };
  const merge = (left: GraphRow, right: GraphRow | undefined): GraphRow => {
    const row: GraphRow = { ...left };
    for (const { from, to, missing } of added) row[to] = right ? right[from] : missing;
    return row;
  };

  return (leftRows, rightRows) => {
    const byKey = new Map<string, GraphRow[]>();
    for (const row of rightRows) {
      const key = keyOf(row, "right");
      if (key === undefined) continue;
      const found = byKey.get(key);
      if (found) found.push(row);
      else byKey.set(key, [row]);
    }
    const seen = new Set<string>();
    return leftRows.flatMap((row) => {
      const key = keyOf(row, "left");
      if (kind === "innerunique" && key !== undefined) {
        if (seen.has(key)) return [];
        seen.add(key);
      }
      const matches = key === undefined ? [] : (byKey.get(key) ?? []);
      if (matches.length === 0) return kind === "leftouter" ? [merge(row, undefined)] : [];
      return matches.map((match) => merge(row, match));
    });
  };
}

function joinKind(query: string, node: SyntaxNode): JoinKind {
  const [parameter, ...more] = node.children.filter(({ kind }) => kind === "NamedParameter");
  if (!parameter) return "innerunique";
  const [name = "", value = ""] = parameter.text.split("=").map((part) => part.trim());
  const kind = KINDS.find((known) => known === value);
  if (name !== "kind" || !kind || more.length > 0) {
    throw unsupported(query, node, `A join with '${more[0]?.text ?? parameter.text}'`);
  }
  return kind;
}

function columnsOf(query: string, node: SyntaxNode): { left: string; right: string } {
  if (node.kind === "NameReference") return { left: nameOf(node), right: nameOf(node) };
  const sides = new Map(
    (node.kind === "EqualExpression" ? node.children : []).map(({ kind, children }) => {
      const [side, column] = children;
      return kind === "PathExpression" && side && column ? [side.text, nameOf(column)] : ["", ""];
    }),
  );
  const [left, right] = [sides.get("$left"), sides.get("$right")];
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
