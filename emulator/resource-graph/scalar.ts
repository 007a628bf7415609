import { scalarFunctions } from "./functions";
import { invalidQuery } from "./query-error";
import type { GraphRow } from "./schema";
import type { SyntaxNode } from "./syntax";
import {
  areEqual,
  compareValues,
  hasTerm,
  isMissing,
  toBoolean,
  toNumber,
  toText,
  type Value,
} from "./values";

/** A scalar expression, compiled: called once a row. */
export type Scalar = (row: GraphRow, now: number) => Value;

type BinaryOperator = (left: Value, right: Value) => Value;

const onText = (compare: (left: string, right: string) => boolean): BinaryOperator => {
  return (left, right) => compare(toText(left), toText(right));
};
const anyCase = (compare: (left: string, right: string) => boolean) =>
  onText((left, right) => compare(left.toLowerCase(), right.toLowerCase()));
const not =
  (operator: BinaryOperator): BinaryOperator =>
  (left, right) =>
    !operator(left, right);
const ordered = (holds: (order: number) => boolean): BinaryOperator => {
  return (left, right) =>
    isMissing(left) || isMissing(right) ? null : holds(compareValues(left, right));
};
const arithmetic = (calculate: (left: number, right: number) => number): BinaryOperator => {
  return (left, right) => {
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a === null || b === null) return null;
    const result = calculate(a, b);
    if (left instanceof Date !== right instanceof Date) return new Date(result);
    return Number.isFinite(result) ? result : null;
  };
};

const contains = (left: string, right: string) => left.includes(right);
const startsWith = (left: string, right: string) => left.startsWith(right);
const endsWith = (left: string, right: string) => left.endsWith(right);

/** Binary operators by the library's `SyntaxKind`; Kusto's string operators without `_cs` ignore case. */
const binaryOperators: Record<string, BinaryOperator> = {
  EqualExpression: areEqual,
  NotEqualExpression: not(areEqual),
  EqualTildeExpression: anyCase((left, right) => left === right),
  BangTildeExpression: not(anyCase((left, right) => left === right)),
  LessThanExpression: ordered((order) => order < 0),
  LessThanOrEqualExpression: ordered((order) => order <= 0),
  GreaterThanExpression: ordered((order) => order > 0),
  GreaterThanOrEqualExpression: ordered((order) => order >= 0),
  ContainsExpression: anyCase(contains),
  NotContainsExpression: not(anyCase(contains)),
  ContainsCsExpression: onText(contains),
  NotContainsCsExpression: not(onText(contains)),
  StartsWithExpression: anyCase(startsWith),
  NotStartsWithExpression: not(anyCase(startsWith)),
  StartsWithCsExpression: onText(startsWith),
  NotStartsWithCsExpression: not(onText(startsWith)),
  EndsWithExpression: anyCase(endsWith),
  NotEndsWithExpression: not(anyCase(endsWith)),
  EndsWithCsExpression: onText(endsWith),
  NotEndsWithCsExpression: not(onText(endsWith)),
  HasExpression: anyCase(hasTerm),
  NotHasExpression: not(anyCase(hasTerm)),
  HasCsExpression: onText(hasTerm),
  NotHasCsExpression: not(onText(hasTerm)),
  AddExpression: arithmetic((left, right) => left + right),
  SubtractExpression: arithmetic((left, right) => left - right),
  MultiplyExpression: arithmetic((left, right) => left * right),
  DivideExpression: arithmetic((left, right) => left / right),
  ModuloExpression: arithmetic((left, right) => left % right),
};

/** Membership operators; the library's names have `Cs` for the operators with a tilde. */
const memberships: Record<string, { anyCase: boolean; negated: boolean }> = {
  InExpression: { anyCase: false, negated: false },
  NotInExpression: { anyCase: false, negated: true },
  InCsExpression: { anyCase: true, negated: false },
  NotInCsExpression: { anyCase: true, negated: true },
};

/** Compiles scalar expressions of one query; `query` is its text, for the errors' positions. */
export function scalarCompiler(query: string): (node: SyntaxNode) => Scalar {
  const refuse = (node: SyntaxNode, what: string) =>
    invalidQuery(query, {
      code: "UnsupportedExpression",
      message: `${what} is not supported.`,
      position: node.start,
      token: node.text,
    });

  const childOf = (node: SyntaxNode, index: number): SyntaxNode => {
    const child = node.children[index];
    if (!child) throw refuse(node, `The expression '${node.text}'`);
    return child;
  };

  const compile = (node: SyntaxNode): Scalar => {
    if ("literal" in node) {
      const value = node.literal;
      return () => value;
    }
    const binary = binaryOperators[node.kind];
    if (binary) {
      const [left, right] = [compile(childOf(node, 0)), compile(childOf(node, 1))];
      return (row, now) => binary(left(row, now), right(row, now));
    }
    const membership = memberships[node.kind];
    if (membership) return compileMembership(node, membership);
    switch (node.kind) {
      case "NameReference": {
        const name = nameOf(node);
        return (row) => row[name];
      }
      case "ParenthesizedExpression":
        return compile(childOf(node, 0));
      case "AndExpression": {
        const [left, right] = [compile(childOf(node, 0)), compile(childOf(node, 1))];
        return (row, now) => isTrue(left(row, now)) && isTrue(right(row, now));
      }
      case "OrExpression": {
        const [left, right] = [compile(childOf(node, 0)), compile(childOf(node, 1))];
        return (row, now) => isTrue(left(row, now)) || isTrue(right(row, now));
      }
      case "UnaryMinusExpression": {
        const operand = compile(childOf(node, 0));
        return (row, now) => {
          const number = toNumber(operand(row, now));
          return number === null ? null : -number;
        };
      }
      case "PathExpression": {
        const [object, member] = [compile(childOf(node, 0)), nameOf(childOf(node, 1))];
        return (row, now) => memberOf(object(row, now), member);
      }
      case "ElementExpression": {
        const object = compile(childOf(node, 0));
        const index = compile(childOf(childOf(node, 1), 0));
        return (row, now) => memberOf(object(row, now), index(row, now));
      }
      case "BetweenExpression":
      case "NotBetweenExpression":
        return compileBetween(node);
      case "DynamicExpression":
        return compileDynamic(node);
      case "FunctionCallExpression":
        return compileCall(node);
      default:
        throw refuse(node, `The expression '${node.text}'`);
    }
  };

  const compileMembership = (
    node: SyntaxNode,
    { anyCase: ignoresCase, negated }: { anyCase: boolean; negated: boolean },
  ): Scalar => {
    const subject = compile(childOf(node, 0));
    const items = childOf(node, 1).children.map(compile);
    const equal = ignoresCase ? anyCase((left, right) => left === right) : areEqual;
    return (row, now) => {
      const value = subject(row, now);
      return items.some((item) => equal(value, item(row, now))) !== negated;
    };
  };

  const compileBetween = (node: SyntaxNode): Scalar => {
    const couple = childOf(node, 1);
    const [subject, low, high] = [childOf(node, 0), childOf(couple, 0), childOf(couple, 1)].map(
      compile,
    ) as [Scalar, Scalar, Scalar];
    const isNegated = node.kind === "NotBetweenExpression";
    return (row, now) => {
      const value = subject(row, now);
      if (isMissing(value)) return null;
      const isInside =
        compareValues(value, low(row, now)) >= 0 && compareValues(value, high(row, now)) <= 0;
      return isInside !== isNegated;
    };
  };

  const compileDynamic = (node: SyntaxNode): Scalar => {
    const source = node.text.replace(/^dynamic\s*\(/, "").replace(/\)$/, "");
    try {
      const value = JSON.parse(source.replaceAll("'", '"')) as Value;
      return () => value;
    } catch {
      throw refuse(node, "A dynamic literal that is not JSON");
    }
  };

  const compileCall = (node: SyntaxNode): Scalar => {
    const name = nameOf(childOf(node, 0));
    const call = Object.hasOwn(scalarFunctions, name) ? scalarFunctions[name] : undefined;
    if (!call) throw refuse(node, `The function '${name}'`);
    const values = childOf(node, 1).children.map(compile);
    return (row, now) =>
      call(
        values.map((value) => value(row, now)),
        now,
      );
  };

  return compile;
}

/** Name of a reference or declaration, without the brackets of `['name']`. */
export function nameOf(node: SyntaxNode): string {
  return node.text.replace(/^\[\s*['"](.*)['"]\s*\]$/, "$1");
}

export function isTrue(value: Value): boolean {
  return toBoolean(value) === true;
}

function memberOf(object: Value, key: Value): Value {
  if (typeof object !== "object" || object === null || object instanceof Date) return null;
  if (Array.isArray(object)) {
    const index = toNumber(key);
    return index === null ? null : ((object as Value[]).at(index) ?? null);
  }
  const name = toText(key);
  return Object.hasOwn(object, name) ? (object as Record<string, Value>)[name] : null;
}
