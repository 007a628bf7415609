import { compareValues, dateAt, equals, hasTerm, isMissing, toNumber, type Value } from "./values";

type BinaryOperator = (left: Value, right: Value) => Value;

const ordered = (holds: (order: number) => boolean): BinaryOperator => {
  return (left, right) =>
    isMissing(left) || isMissing(right) ? null : holds(compareValues(left, right));
};
/** Arithmetic on numbers, dates and time spans; null where Kusto has none. */
export const arithmetic = (calculate: (left: number, right: number) => number): BinaryOperator => {
  return (left, right) => {
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a === null || b === null) return null;
    const result = calculate(a, b);
    if (left instanceof Date !== right instanceof Date) return dateAt(result);
    return Number.isFinite(result) ? result : null;
  };
};

/** Binary operators by the library's `SyntaxKind`. */
export const binaryOperators: Record<string, BinaryOperator> = {
  EqualExpression: equals,
  NotEqualExpression: (left, right) => negated(equals(left, right)),
  LessThanExpression: ordered((order) => order < 0),
  LessThanOrEqualExpression: ordered((order) => order <= 0),
  GreaterThanExpression: ordered((order) => order > 0),
  GreaterThanOrEqualExpression: ordered((order) => order >= 0),
  AddExpression: arithmetic((left, right) => left + right),
  SubtractExpression: arithmetic((left, right) => left - right),
  MultiplyExpression: arithmetic((left, right) => left * right),
  DivideExpression: arithmetic((left, right) => left / right),
  // Never negative in Kusto ("Numerical operators").
  ModuloExpression: arithmetic((left, right) => {
    const size = Math.abs(right);
    return ((left % size) + size) % size;
  }),
};

/** How an operator on text compares. */
export interface TextOperator {
  compare: (left: string, right: string) => boolean;
  ignoresCase: boolean;
  isNegated: boolean;
}

const textComparisons: Record<string, (left: string, right: string) => boolean> = {
  Contains: (left, right) => left.includes(right),
  StartsWith: (left, right) => left.startsWith(right),
  EndsWith: (left, right) => left.endsWith(right),
  Has: hasTerm,
};

/** Kusto's operators on text by `SyntaxKind`: those without `_cs` ignore case; null counts as empty. */
export const textOperators: Record<string, TextOperator> = {
  EqualTildeExpression: { compare: isSame, ignoresCase: true, isNegated: false },
  BangTildeExpression: { compare: isSame, ignoresCase: true, isNegated: true },
  ...Object.fromEntries(
    Object.entries(textComparisons).flatMap(([name, compare]) =>
      [false, true].flatMap((isNegated): [string, TextOperator][] => {
        const kind = `${isNegated ? "Not" : ""}${name}`;
        return [
          [`${kind}Expression`, { compare, ignoresCase: true, isNegated }],
          [`${kind}CsExpression`, { compare, ignoresCase: false, isNegated }],
        ];
      }),
    ),
  ),
};

/** Membership operators; the library's names have `Cs` for the operators with a tilde. */
export const memberships: Record<string, { anyCase: boolean; isNegated: boolean }> = {
  InExpression: { anyCase: false, isNegated: false },
  NotInExpression: { anyCase: false, isNegated: true },
  InCsExpression: { anyCase: true, isNegated: false },
  NotInCsExpression: { anyCase: true, isNegated: true },
};

function isSame(left: string, right: string): boolean {
  return left === right;
}

/** `not` of three values. */
export function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** `and` of three values: false wins over null, null over true. */
export function both(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}
