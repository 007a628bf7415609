import { aggregates, rowOfExtreme } from "./aggregates";
import type { Operator } from "./compile-query";
import { invalidQuery } from "./query-error";
import { nameOf, type Scalar } from "./scalar";
import type { GraphRow } from "./schema";
import type { Column, SyntaxNode } from "./syntax";
import { groupKeyOf } from "./values";

type Fill = (rows: GraphRow[], into: GraphRow, now: number) => void;

/** Compiles `summarize … by …`. Without `by`, no rows give one row, as Kusto does. */
export function compileSummarize(
  query: string,
  node: SyntaxNode,
  compile: (node: SyntaxNode) => Scalar,
): Operator {
  const byClause = node.children.find(({ kind }) => kind === "SummarizeByClause");
  const groups = byClause?.children ?? [];
  const values = node.children.filter(({ kind }) => kind !== "SummarizeByClause");
  const columns = node.columns ?? [];
  const keys = groups.map((group, index) => ({
    name: columns[index]?.name ?? `Column${index + 1}`,
    value: compile(expressionOf(group)),
  }));
  const fills = compileFills(query, values, columns.slice(keys.length), compile);
  return (rows, now) => {
    const grouped = new Map<string, { into: GraphRow; rows: GraphRow[] }>();
    for (const row of rows) {
      const found = keys.map(({ value }) => value(row, now));
      const key = groupKeyOf(found);
      const group = grouped.get(key);
      if (group) {
        group.rows.push(row);
        continue;
      }
      const into: GraphRow = {};
      for (const [index, { name }] of keys.entries()) into[name] = found[index];
      grouped.set(key, { into, rows: [row] });
    }
    if (keys.length === 0 && grouped.size === 0) grouped.set("", { into: {}, rows: [] });
    return [...grouped.values()].map((group) => {
      for (const fill of fills) fill(group.rows, group.into, now);
      return group.into;
    });
  };
}

/** `columns` are those of the result behind the groups: each aggregate takes as many as it gives. */
function compileFills(
  query: string,
  values: SyntaxNode[],
  columns: Column[],
  compile: (node: SyntaxNode) => Scalar,
): Fill[] {
  let taken = 0;
  return values.map((node): Fill => {
    const call = expressionOf(node);
    const [callee, list] = call.children;
    const name = callee && call.kind === "FunctionCallExpression" ? nameOf(callee) : "";
    const given = list?.children ?? [];
    const into = columns
      .slice(taken, taken + (call.columns?.length ?? 1))
      .map((column) => column.name);
    taken += into.length;
    if (name === "arg_max" || name === "arg_min") {
      return compileArgExtreme(name, given, { call, into }, compile);
    }
    const aggregate = Object.hasOwn(aggregates, name) ? aggregates[name] : undefined;
    const [target] = into;
    if (!aggregate || target === undefined || call.columns) {
      throw invalidQuery(query, {
        code: "UnsupportedExpression",
        message: `The aggregate '${call.text}' is not supported.`,
        position: call.start,
        token: call.text,
      });
    }
    const scalars = given.map(compile);
    return (rows, row, now) => {
      row[target] = aggregate(scalars, rows, now);
    };
  });
}

function compileArgExtreme(
  name: "arg_max" | "arg_min",
  [by, ...returned]: SyntaxNode[],
  { call, into }: { call: SyntaxNode; into: string[] },
  compile: (node: SyntaxNode) => Scalar,
): Fill {
  const value = by ? compile(by) : () => null;
  const hasStar = returned.some(({ kind }) => kind === "StarExpression");
  // Behind the star stand the source's columns under their own names.
  const others: Scalar[] = hasStar
    ? (call.columns ?? []).slice(1).map((column) => (row) => row[column.name])
    : returned.map((node) => compile(expressionOf(node)));
  const scalars = [value, ...others];
  return (rows, target, now) => {
    const row = rows.length > 0 ? rowOfExtreme(value, rows, now, name) : undefined;
    for (const [index, column] of into.entries()) {
      target[column] = row ? scalars[index]?.(row, now) : null;
    }
  };
}

/** The expression of `name = expression` or `(names) = expression`, or the node itself. */
export function expressionOf(node: SyntaxNode): SyntaxNode {
  const isNamed = node.kind === "SimpleNamedExpression" || node.kind === "CompoundNamedExpression";
  return isNamed ? (node.children[1] ?? node) : node;
}
