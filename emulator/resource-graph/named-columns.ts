import { nameOf, type Scalar } from "./scalar";
import { expressionOf } from "./summarize";
import type { Column, SyntaxNode } from "./syntax";

/** Functions whose result is called like their argument. */
const CONVERSION = /^to(?:string|int|long|real|double|bool|datetime|dynamic)$/;

/** A column that an operator computes. */
export interface NamedColumn {
  name: string;
  value: Scalar;
}

/** Columns of `project` and the like; `columns` are those of the result, where they stand in the same order. */
export function namedColumns(
  nodes: SyntaxNode[],
  compile: (node: SyntaxNode) => Scalar,
  columns?: Column[],
): NamedColumn[] {
  return nodes.map((node, index) => ({
    name: declaredName(node) ?? columns?.[index]?.name ?? derivedName(node),
    value: compile(expressionOf(node)),
  }));
}

/**
 * Columns of `extend`. New ones stand behind the source's, in order; an expression that has the name of
 * one of the source's columns replaces it.
 */
export function extendedColumns(
  node: SyntaxNode,
  source: Column[],
  compile: (node: SyntaxNode) => Scalar,
): NamedColumn[] {
  const declared = new Set(node.children.map(declaredName));
  const unnamed = (node.columns ?? [])
    .slice(source.length)
    .map(({ name }) => name)
    .filter((name) => !declared.has(name));
  const known = new Set([...source.map(({ name }) => name), ...unnamed]);
  const generated = unnamed.filter((name) => /^Column\d+$/.test(name));
  const nameOfUnnamed = (child: SyntaxNode): string => {
    const derived = derivedName(child);
    return known.has(derived) ? derived : (generated.shift() ?? derived);
  };
  return node.children.map((child) => ({
    name: declaredName(child) ?? nameOfUnnamed(child),
    value: compile(expressionOf(child)),
  }));
}

/** The name before the `=` of `name = expression`. */
function declaredName(node: SyntaxNode): string | undefined {
  const [declared] = node.children;
  return node.kind === "SimpleNamedExpression" && declared ? nameOf(declared) : undefined;
}

/** The name that Kusto gives to an expression without one: that of the column or path in it. */
function derivedName(node: SyntaxNode): string {
  const [callee, list] = node.children;
  const [argument] = list?.children ?? [];
  if (node.kind === "FunctionCallExpression") {
    const isConversion = callee && CONVERSION.test(nameOf(callee));
    return isConversion && argument ? derivedName(argument) : "";
  }
  const name = node.children.length < 2 ? nameOf(node) : node.text;
  return name.replaceAll(/[.[\]'"()]+/g, "_").replace(/_$/, "");
}
