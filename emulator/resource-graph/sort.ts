import type { Operator } from "./compile-query";
import type { Scalar } from "./scalar";
import type { SyntaxNode } from "./syntax";
import { compareValues, isMissing, type Value } from "./values";

/**
 * Compiles the keys of `order by` and `top`: descending where nothing is said; nulls are last then, and
 * first in ascending order (Kusto documentation, "sort operator"). Rows with equal keys keep their order.
 */
export function compileSort(nodes: SyntaxNode[], compile: (node: SyntaxNode) => Scalar): Operator {
  const keys = nodes.map((node) => {
    const clause = node.children.find(({ kind }) => kind === "OrderingClause");
    const isAscending = clause?.tokens.includes("asc") ?? false;
    const nulls = clause?.children.find(({ kind }) => kind === "OrderingNullsClause");
    const isNullsFirst = nulls ? nulls.tokens.includes("first") : isAscending;
    const [expression] = node.kind === "OrderedExpression" ? node.children : [node];
    return {
      value: compile(expression ?? node),
      sign: isAscending ? 1 : -1,
      nullSign: isNullsFirst ? -1 : 1,
    };
  });
  return (rows, now) => {
    // One array of values a key, sorted by position: each expression is evaluated once a row.
    const columns = keys.map(({ value, sign, nullSign }) =>
      comparison(
        rows.map((row) => value(row, now)),
        sign,
        nullSign,
      ),
    );
    const compare = (a: number, b: number): number => {
      for (const column of columns) {
        const order = column(a, b);
        if (order !== 0) return order;
      }
      return a - b;
    };
    return [...rows.keys()].sort(compare).map((index) => rows[index] ?? {});
  };
}

type Comparison = (a: number, b: number) => number;

/** Compares two positions of `values`. Text only, the usual case, needs no look at each value's kind. */
function comparison(values: Value[], sign: number, nullSign: number): Comparison {
  if (isTextOnly(values)) {
    return (a, b) => {
      const [left = "", right = ""] = [values[a], values[b]];
      return left === right ? 0 : left < right ? -sign : sign;
    };
  }
  return (a, b) => orderOf(values[a], values[b], sign, nullSign);
}

function isTextOnly(values: Value[]): values is string[] {
  return values.every((value) => typeof value === "string");
}

function orderOf(left: Value, right: Value, sign: number, nullSign: number): number {
  const isLeftMissing = isMissing(left);
  const isRightMissing = isMissing(right);
  if (isLeftMissing || isRightMissing) {
    return isLeftMissing === isRightMissing ? 0 : isLeftMissing ? nullSign : -nullSign;
  }
  return compareValues(left, right) * sign;
}
