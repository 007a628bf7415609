import { compileJoin } from "./join";
import { invalidQuery } from "./query-error";
import { isTrue, nameOf, scalarCompiler, type Scalar } from "./scalar";
import { isTableName, type GraphRow, type TableName } from "./schema";
import { compileSummarize, expressionOf } from "./summarize";
import { parseQuery, type SyntaxNode } from "./syntax";
import { compareValues, groupKey, isMissing, toNumber } from "./values";

/** Reads the rows of a table, already limited to what the caller may see. */
export type ReadTable = (table: TableName) => readonly GraphRow[];

/** One step of a pipe. */
export type Operator = (rows: GraphRow[], now: number) => GraphRow[];

/** A query ready to run again and again. */
export interface CompiledQuery {
  run(read: ReadTable, now: number): GraphRow[];
  /** True if the result has a column `id`, which paging needs. */
  hasId: boolean;
  /** True after `take`, `limit` or `top`: Resource Graph gives no skip token then. */
  isLimited: boolean;
}

type Query = (read: ReadTable, now: number) => GraphRow[];

/** Limits of Resource Graph's KQL (documentation, "Understanding the query language"). */
const JOINS_AT_MOST = 3;
const UNION_LEGS_AT_MOST = 3;
const MV_EXPAND_ROWS_AT_MOST = 400;
const MV_EXPAND_ROWS = 128;

/** Parses, checks and compiles a query. Throws ArmError 400 with the place that is wrong. */
export function compileQuery(text: string): CompiledQuery {
  const { root, errors } = parseQuery(text);
  const [error] = errors;
  if (error) {
    throw invalidQuery(text, {
      code: error.code === "KS204" ? "UnknownTable" : "ParserFailure",
      message: error.message,
      position: error.start,
      token: text.slice(error.start, error.start + error.length) || "<EOF>",
    });
  }
  const compiler = new QueryCompiler(text);
  const query = compiler.statement(root);
  return {
    run: query,
    hasId: compiler.hasId,
    isLimited: compiler.isLimited,
  };
}

class QueryCompiler {
  isLimited = false;
  hasId = true;
  private joins = 0;
  private readonly text: string;
  private readonly scalar: (node: SyntaxNode) => Scalar;

  constructor(text: string) {
    this.text = text;
    this.scalar = scalarCompiler(text);
  }

  statement(root: SyntaxNode): Query {
    const [statement, ...more] = root.children;
    const expression = statement?.children[0];
    if (statement?.kind !== "ExpressionStatement" || !expression || more.length > 0) {
      throw this.unsupported(statement ?? root, "A query of several statements");
    }
    return this.tabular(expression);
  }

  private tabular(node: SyntaxNode): Query {
    switch (node.kind) {
      case "NameReference": {
        const table = nameOf(node).toLowerCase();
        if (!isTableName(table)) throw this.unsupported(node, `The table '${node.text}'`);
        return (read) => [...read(table)];
      }
      case "ParenthesizedExpression":
        return this.tabular(this.child(node, 0));
      case "UnionOperator":
        return this.union(node);
      case "PipeExpression": {
        const source = this.tabular(this.child(node, 0));
        const operator = this.child(node, 1);
        if (operator.kind === "JoinOperator") return this.join(source, operator);
        if (operator.kind === "UnionOperator") {
          const rest = this.union(operator);
          return (read, now) => [...source(read, now), ...rest(read, now)];
        }
        const step = this.operator(operator);
        if (operator.columns) this.hasId = operator.columns.some(({ name }) => name === "id");
        return (read, now) => step(source(read, now), now);
      }
      default:
        throw this.unsupported(node, `'${node.tokens[0] ?? node.text}'`);
    }
  }

  private union(node: SyntaxNode): Query {
    const legs = node.children.filter(({ kind }) => kind !== "NamedParameter");
    if (legs.length > UNION_LEGS_AT_MOST)
      throw this.unsupported(node, "A union of more than 3 tables");
    const queries = legs.map((leg) => this.tabular(leg));
    return (read, now) => queries.flatMap((query) => query(read, now));
  }

  private join(source: Query, node: SyntaxNode): Query {
    this.joins += 1;
    if (this.joins > JOINS_AT_MOST) throw this.unsupported(node, "A query with more than 3 joins");
    const expression = node.children.find(
      ({ kind }) => kind !== "NamedParameter" && kind !== "JoinOnClause",
    );
    const right = this.tabular(expression ?? node);
    this.hasId = node.columns?.some(({ name }) => name === "id") ?? true;
    return (read, now) =>
      compileJoin(this.text, node, () => right(read, now))(source(read, now), now);
  }

  private operator(node: SyntaxNode): Operator {
    switch (node.kind) {
      case "FilterOperator": {
        const condition = this.scalar(this.child(node, 0));
        return (rows, now) => rows.filter((row) => isTrue(condition(row, now)));
      }
      case "ExtendOperator": {
        const columns = this.namedColumns(node.children);
        return (rows, now) =>
          rows.map((row) => {
            const extended = { ...row };
            for (const { name, value } of columns) extended[name] = value(row, now);
            return extended;
          });
      }
      case "ProjectOperator": {
        const columns = this.namedColumns(node.children, node.columns);
        return (rows, now) =>
          rows.map((row) => {
            const projected: GraphRow = {};
            for (const { name, value } of columns) projected[name] = value(row, now);
            return projected;
          });
      }
      case "ProjectAwayOperator":
      case "ProjectKeepOperator":
      case "ProjectReorderOperator":
      case "DistinctOperator":
        return this.chosenColumns(node);
      case "ProjectRenameOperator": {
        const renamed = node.children.map(
          (child) => [nameOf(this.child(child, 1)), nameOf(this.child(child, 0))] as const,
        );
        const names = new Map(renamed);
        return (rows) =>
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, value]) => [names.get(name) ?? name, value]),
            ),
          );
      }
      case "SortOperator":
        return this.sort(node.children.filter(({ kind }) => kind !== "NamedParameter"));
      case "TakeOperator": {
        this.isLimited = true;
        const count = this.count(this.child(node, 0));
        return (rows) => rows.slice(0, count);
      }
      case "TopOperator": {
        this.isLimited = true;
        const count = this.count(this.child(node, 0));
        const sort = this.sort([this.child(node, 1)]);
        return (rows, now) => sort(rows, now).slice(0, count);
      }
      case "CountOperator":
        return (rows) => [{ Count: rows.length }];
      case "SummarizeOperator":
        return compileSummarize(this.text, node, this.scalar);
      case "MvExpandOperator":
        return this.mvExpand(node);
      default:
        throw this.unsupported(node, `The operator '${node.tokens[0] ?? node.text}'`);
    }
  }

  /** The columns that remain are those that the parser computed: wildcards are its work. */
  private chosenColumns(node: SyntaxNode): Operator {
    const names = (node.columns ?? []).map(({ name }) => name);
    const project = (rows: GraphRow[]) =>
      rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
    if (node.kind !== "DistinctOperator") return project;
    return (rows) => {
      const keyed = project(rows).map(
        (row) => [names.map((name) => groupKey(row[name])).join("\u0000"), row] as const,
      );
      return [...new Map(keyed.reverse()).values()].reverse();
    };
  }

  private sort(nodes: SyntaxNode[]): Operator {
    const keys = nodes.map((node) => {
      const clause = node.children.find(({ kind }) => kind === "OrderingClause");
      const isAscending = clause?.tokens.includes("asc") ?? false;
      const nulls = clause?.children.find(({ kind }) => kind === "OrderingNullsClause");
      return {
        value: this.scalar(node.kind === "OrderedExpression" ? this.child(node, 0) : node),
        sign: isAscending ? 1 : -1,
        nullsFirst: nulls ? nulls.tokens.includes("first") : isAscending,
      };
    });
    return (rows, now) => {
      const keyed = rows.map((row) => ({ row, values: keys.map(({ value }) => value(row, now)) }));
      keyed.sort((a, b) => {
        for (const [index, { sign, nullsFirst }] of keys.entries()) {
          const [left, right] = [a.values[index], b.values[index]];
          const nulls = Number(isMissing(left)) - Number(isMissing(right));
          const order = nulls
            ? nulls * (nullsFirst ? -1 : 1)
            : isMissing(left)
              ? 0
              : compareValues(left, right) * sign;
          if (order !== 0) return order;
        }
        return 0;
      });
      return keyed.map(({ row }) => row);
    };
  }

  private mvExpand(node: SyntaxNode): Operator {
    const limitClause = node.children.find(({ kind }) => kind === "MvExpandRowLimitClause");
    const limit = limitClause ? this.count(this.child(limitClause, 0)) : MV_EXPAND_ROWS;
    const expanded = node.children.filter(({ kind }) => kind === "MvExpandExpression");
    const [first] = expanded;
    if (!first || expanded.length > 1 || limit > MV_EXPAND_ROWS_AT_MOST) {
      throw this.unsupported(node, "This mv-expand");
    }
    const [column] = this.namedColumns([this.child(first, 0)]);
    if (!column) throw this.unsupported(node, "This mv-expand");
    return (rows, now) =>
      rows.flatMap((row) => {
        const value = column.value(row, now);
        const items = Array.isArray(value)
          ? (value as unknown[])
          : typeof value === "object" && value !== null
            ? Object.entries(value).map(([name, member]) => ({ [name]: member as unknown }))
            : [value];
        return items.slice(0, limit).map((item) => ({ ...row, [column.name]: item }));
      });
  }

  private namedColumns(
    nodes: SyntaxNode[],
    columns?: { name: string }[],
  ): { name: string; value: Scalar }[] {
    return nodes.map((node, index) => {
      const [declared] = node.children;
      const name =
        node.kind === "SimpleNamedExpression" && declared
          ? nameOf(declared)
          : (columns?.[index]?.name ?? nameOf(node).replaceAll(/[.[\]'"()]+/g, "_"));
      return { name, value: this.scalar(expressionOf(node)) };
    });
  }

  private count(node: SyntaxNode): number {
    const number = toNumber(node.literal);
    if (number === null || number < 0) throw this.unsupported(node, `The count '${node.text}'`);
    return number;
  }

  private child(node: SyntaxNode, index: number): SyntaxNode {
    const child = node.children.filter(({ kind }) => kind !== "NamedParameter")[index];
    if (!child) throw this.unsupported(node, `'${node.text}'`);
    return child;
  }

  private unsupported(node: SyntaxNode, what: string) {
    return invalidQuery(this.text, {
      code: "ParserFailure",
      message: `${what} is not supported by Azure Resource Graph.`,
      position: node.start,
      token: node.tokens[0] ?? node.text,
    });
  }
}
