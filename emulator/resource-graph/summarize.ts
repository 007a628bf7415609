import { aggregates, rowOfExtreme } from "./aggregates";
import type { Operator } from "./compile-query";
import { invalidQuery } from "./query-error";
import { nameOf, type Scalar } from "./scalar";
import type { GraphRow } from "./schema";
import type { SyntaxNode } from "./syntax";
import { groupKey } from "./values";

type Fill = (rows: GraphRow[], into: GraphRow, now: number) => void;

/** Compiles `summarize … by …`. Without `by`, no rows give one row, as Kusto does. */
export function compileSummarize(
  query: string,
  node: SyntaxNode,
  compile: (node: SyntaxNode) => Scalar,
): Operator {
  const byClause = node.children.find(({ kind }) => kind === "SummarizeByClause");
  const groups = byClause?.children ?? [];
  const values = node.children.filter(
    ({ kind }) => kind !== "SummarizeByClause" && kind !== "NamedParameter",
  );
  const columns = node.columns ?? [];
  const keys = groups.map((group, index) => ({
    name: columns[index]?.name ?? `Column${index + 1}`,
    value: compile(expressionOf(group)),
  }));
  const fills = compileFills(query, values, columns.slice(keys.length), compile);
  return (rows, now) => {
    const grouped = new Map<string, { into: GraphRow; rows: GraphRow[] }>();
    for (const row of rows) {
      const into: GraphRow = {};
      for (const { name, value } of keys) into[name] = value(row, now);
      const key = keys.map(({ name }) => groupKey(into[name])).join("\u0000");
      const group = grouped.get(key);
      if (group) group.rows.push(row);
      else grouped.set(key, { into, rows: [row] });
    }
    if (keys.length === 0 && grouped.size === 0) grouped.set("", { into: {}, rows: [] });
    return [...grouped.values()].map((group) => {
      for (const fill of fills) fill(group.rows, group.into, now);
      return group.into;
    });
  };
}

function compileFills(
  query: string,
  values: SyntaxNode[],
  columns: { name: string }[],
  compile: (node: SyntaxNode) => Scalar,
): Fill[] {
  let column = 0;
  return values.map((node): Fill => {
    const call = expressionOf(node);
    const [callee, list] = call.children;
    const name = callee && call.kind === "FunctionCallExpression" ? nameOf(callee) : "";
    const given = list?.children ?? [];
    if ((name === "arg_max" || name === "arg_min") && given[0]) {
      return compileArgExtreme(name, given, columns[column++]?.name ?? name, compile);
    }
    const aggregate = Object.hasOwn(aggregates, name) ? aggregates[name] : undefined;
    if (!aggregate) {
      throw invalidQuery(query, {
        code: "UnsupportedExpression",
        message: `The aggregate '${call.text}' is not supported.`,
        position: call.start,
        token: call.text,
      });
    }
    const scalars = given.map(compile);
    const into = columns[column++]?.name ?? name;
    return (rows, target, now) => {
      target[into] = aggregate(scalars, rows, now);
    };
  });
}

function compileArgExtreme(
  name: "arg_max" | "arg_min",
  [by, ...returned]: SyntaxNode[],
  into: string,
  compile: (node: SyntaxNode) => Scalar,
): Fill {
  const value = by ? compile(by) : () => null;
  const all = returned.some(({ kind }) => kind === "StarExpression");
  const named = returned.filter(({ kind }) => kind !== "StarExpression");
  const scalars = named.map((node) => ({ name: nameOf(node), value: compile(node) }));
  return (rows, target, now) => {
    if (rows.length === 0) return;
    const row = rowOfExtreme(value, rows, now, name === "arg_max" ? 1 : -1);
    if (all) Object.assign(target, { ...row, ...target });
    for (const scalar of scalars) target[scalar.name] = scalar.value(row, now);
    target[into] = value(row, now);
  };
}

/** The expression of `name = expression`, or the node itself. */
export function expressionOf(node: SyntaxNode): SyntaxNode {
  return node.kind === "SimpleNamedExpression" ? (node.children[1] ?? node) : node;
}
