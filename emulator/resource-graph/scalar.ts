import { scalarFunctions } from "./functions";
import {
  arithmetic,
  binaryOperators,
  both,
  memberships,
  negated,
  textOperators,
  type TextOperator,
} from "./operators";
import { invalidQuery } from "./query-error";
import { compileRegex } from "./regex";
import type { GraphRow } from "./schema";
import type { SyntaxNode } from "./syntax";
import {
  areEqual,
  compareValues,
  isMissing,
  toBoolean,
  toNumber,
  toText,
  type Value,
} from "./values";

/** A scalar expression, compiled: called once a row. */
export type Scalar = (row: GraphRow, now: number) => Value;

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
      if (node.kind === "DivideExpression") return compileDivision(node, left, right);
      return (row, now) => binary(left(row, now), right(row, now));
    }
    const onText = textOperators[node.kind];
    if (onText) return compileOnText(node, onText);
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
        return (row, now) => {
          const first = toBoolean(left(row, now));
          return first === false ? false : both(first, toBoolean(right(row, now)));
        };
      }
      case "OrExpression": {
        const [left, right] = [compile(childOf(node, 0)), compile(childOf(node, 1))];
        return (row, now) => {
          const first = toBoolean(left(row, now));
          return first === true
            ? true
            : negated(both(negated(first), negated(toBoolean(right(row, now)))));
        };
      }
      case "UnaryPlusExpression":
        return compile(childOf(node, 0));
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
      case "MatchesRegexExpression":
        return compileRegexMatch(node);
      case "DynamicExpression":
        return compileDynamic(node);
      case "FunctionCallExpression":
        return compileCall(node);
      default:
        throw refuse(node, `The expression '${node.text}'`);
    }
  };

  const compileOnText = (
    node: SyntaxNode,
    { compare, ignoresCase, isNegated }: TextOperator,
  ): Scalar => {
    const text = ignoresCase ? (value: Value) => toText(value).toLowerCase() : toText;
    const left = compile(childOf(node, 0));
    const rightNode = childOf(node, 1);
    if ("literal" in rightNode) {
      const wanted = text(rightNode.literal);
      return (row, now) => compare(text(left(row, now)), wanted) !== isNegated;
    }
    const right = compile(rightNode);
    return (row, now) => compare(text(left(row, now)), text(right(row, now))) !== isNegated;
  };

  /** Whole numbers divide to whole numbers, toward zero, unless the type says otherwise. */
  const compileDivision = (node: SyntaxNode, left: Scalar, right: Scalar): Scalar => {
    const divide = arithmetic((a, b) => a / b);
    const isWhole = node.type === "long" || node.type === "int";
    return (row, now) => {
      const [a, b] = [left(row, now), right(row, now)];
      const quotient = divide(a, b);
      return isWhole && Number.isInteger(a) && Number.isInteger(b) && typeof quotient === "number"
        ? Math.trunc(quotient)
        : quotient;
    };
  };

  const compileMembership = (
    node: SyntaxNode,
    { anyCase, isNegated }: { anyCase: boolean; isNegated: boolean },
  ): Scalar => {
    const subject = compile(childOf(node, 0));
    const itemNodes = childOf(node, 1).children;
    const texts = itemNodes.map(({ literal }) => literal);
    if (texts.every((text) => typeof text === "string")) {
      return membershipInTexts(subject, texts, { anyCase, isNegated });
    }
    const items = itemNodes.map(compile);
    const isEqual = anyCase
      ? (left: Value, right: Value) => toText(left).toLowerCase() === toText(right).toLowerCase()
      : areEqual;
    return (row, now) => {
      const value = subject(row, now);
      const isMember = items.some((item) => {
        const wanted = item(row, now);
        // A dynamic array in the list stands for its elements.
        return Array.isArray(wanted)
          ? wanted.some((element) => isEqual(value, element))
          : isEqual(value, wanted);
      });
      return isMember !== isNegated;
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
      const [from, to] = [low(row, now), high(row, now)];
      if (isMissing(value) || isMissing(from) || isMissing(to)) return null;
      const isInside = compareValues(value, from) >= 0 && compareValues(value, to) <= 0;
      return isInside !== isNegated;
    };
  };

  const compileRegexMatch = (node: SyntaxNode): Scalar => {
    const subject = compile(childOf(node, 0));
    const { literal } = childOf(node, 1);
    const regex = typeof literal === "string" ? compileRegex(literal) : undefined;
    if (!regex) throw refuse(node, `The regular expression in '${node.text}'`);
    return (row, now) => regex.test(toText(subject(row, now)));
  };

  const compileDynamic = (node: SyntaxNode): Scalar => {
    const value = constantOf(childOf(node, 0));
    return () => value;
  };

  /** Value of a part of a dynamic literal. */
  const constantOf = (node: SyntaxNode): Value => {
    switch (node.kind) {
      case "JsonArrayExpression":
        return node.children.map(constantOf);
      case "JsonObjectExpression":
        return Object.fromEntries(
          node.children.map((pair) => [
            memberName(pair.tokens[0] ?? ""),
            constantOf(childOf(pair, 0)),
          ]),
        );
      default:
        return compile(node)({}, 0);
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
  const [child] = node.children;
  if (node.kind === "BracketedName" && typeof child?.literal === "string") return child.literal;
  return child?.kind === "BracketedName" ? nameOf(child) : node.text;
}

/** Name of a member in a dynamic literal, which is written between quotes of either kind. */
function memberName(token: string): string {
  const written = token.slice(1, -1).replaceAll("\\'", "'");
  return token.startsWith("'")
    ? (JSON.parse(`"${written.replaceAll('"', '\\"')}"`) as string)
    : (JSON.parse(token) as string);
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

/** `in` and `in~` of text literals alone, looked up rather than compared one by one: lists are long. */
function membershipInTexts(
  subject: Scalar,
  texts: readonly string[],
  { anyCase, isNegated }: { anyCase: boolean; isNegated: boolean },
): Scalar {
  const wanted = new Set(anyCase ? texts.map((text) => text.toLowerCase()) : texts);
  const isMember = (value: Value): boolean => {
    if (anyCase) return wanted.has(toText(value).toLowerCase());
    // A moment equals every text that spells it.
    if (value instanceof Date) return texts.some((text) => areEqual(value, text));
    return !isMissing(value) && wanted.has(toText(value));
  };
  return (row, now) => isMember(subject(row, now)) !== isNegated;
}
