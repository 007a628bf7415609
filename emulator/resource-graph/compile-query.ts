import { compileJoin } from "./join";
import { casts, compileMvExpand } from "./mv-expand";
import { extendedColumns, namedColumns } from "./named-columns";
import { invalidQuery } from "./query-error";
import { isTrue, nameOf, scalarCompiler, type Scalar } from "./scalar";
import { isTableName, type GraphRow, type TableName } from "./schema";
import { compileSort } from "./sort";
import { compileSummarize } from "./summarize";
import { parseQuery, UNKNOWN_TABLE, type Column, type SyntaxNode } from "./syntax";
import { compileLeg } from "./union";
import { groupKeyOf, toNumber } from "./values";

/** Reads the rows of a table, already limited to what the caller may see. */
export type ReadTable = (table: TableName) => readonly GraphRow[];

/** One step of a pipe. */
export type Operator = (rows: GraphRow[], now: number) => GraphRow[];

/** A query ready to run again and again. */
export interface CompiledQuery {
  run(read: ReadTable, now: number): GraphRow[];
  /** Columns of the result, in order. */
  columns: Column[];
  /** True after `take`, `limit` or `top`: Resource Graph ignores `$skip` then. */
  isLimited: boolean;
  /**
   * True if the result can be asked for in pages: it has a column `id`, and is neither limited nor
   * summarized (documentation: summarize is "first page only").
   */
  canPage: boolean;
  /** True if the same rows give the same result at any time: it asks neither `now()` nor `ago()`. */
  isTimeless: boolean;
}

type Query = (read: ReadTable, now: number) => GraphRow[];

/** Limits of Resource Graph's KQL (documentation, "Understanding the query language"). */
const JOINS_AT_MOST = 3;
const UNION_LEGS_AT_MOST = 3;
const MV_EXPANDS_AT_MOST = 3;
const MV_EXPAND_ROWS_AT_MOST = 400;
const MV_EXPAND_ROWS = 128;

/** Parses, checks and compiles a query. Throws ArmError 400 with the place that is wrong. */
export function compileQuery(text: string): CompiledQuery {
  const { root, errors } = parseQuery(text);
  const [error] = errors;
  if (error) {
    const expectedToken = /^(?:Expected|Missing): (\S+)$/.exec(error.message)?.[1];
    throw invalidQuery(text, {
      code: error.code === UNKNOWN_TABLE ? "UnknownTable" : "ParserFailure",
      message: error.message,
      position: error.start,
      token: text.slice(error.start, error.start + error.length) || "<EOF>",
      ...(expectedToken === undefined ? {} : { expectedToken }),
    });
  }
  const run = new QueryCompiler(text).statement(root);
  const operators = pipeOf(root.children[0]?.children[0]);
  const columns = root.children[0]?.children[0]?.columns ?? [];
  const isLimited = operators.some((kind) => kind === "TakeOperator" || kind === "TopOperator");
  const hasId = columns.some(({ name }) => name === "id");
  const canPage = hasId && !isLimited && !operators.includes("SummarizeOperator");
  return { run, columns, isLimited, canPage, isTimeless: !asksTime(root) };
}

function asksTime({ kind, children }: SyntaxNode): boolean {
  const [callee] = children;
  const isCall = kind === "FunctionCallExpression" && callee !== undefined;
  return (isCall && /^(?:now|ago)$/.test(nameOf(callee))) || children.some(asksTime);
}

/** Kinds of the operators that the result passes through; those inside of joins and unions are not among them. */
function pipeOf(node: SyntaxNode | undefined): string[] {
  if (node?.kind === "ParenthesizedExpression") return pipeOf(node.children[0]);
  if (node?.kind !== "PipeExpression") return [];
  return [...pipeOf(node.children[0]), node.children[1]?.kind ?? ""];
}

class QueryCompiler {
  private joins = 0;
  private mvExpands = 0;
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
      case "PipeExpression":
        return this.pipe(node);
      default:
        throw this.unsupported(node, `'${node.tokens[0] ?? node.text}'`);
    }
  }

  private pipe(node: SyntaxNode): Query {
    const sourceNode = this.child(node, 0);
    const source = this.tabular(sourceNode);
    const operator = this.child(node, 1);
    if (operator.kind === "JoinOperator") {
      return this.join(source, sourceNode.columns ?? [], operator);
    }
    if (operator.kind === "UnionOperator") return this.union(operator, sourceNode);
    const step = this.operator(operator, sourceNode.columns ?? []);
    return (read, now) => step(source(read, now), now);
  }

  private union(node: SyntaxNode, first?: SyntaxNode): Query {
    this.refuseParameters(node);
    const legs = [...(first ? [first] : []), ...node.children];
    if (legs.length > UNION_LEGS_AT_MOST)
      throw this.unsupported(node, "A union of more than 3 tables");
    const queries = legs.map((leg) => ({
      query: this.tabular(leg),
      adapt: compileLeg(leg.columns ?? [], node.columns ?? []),
    }));
    return (read, now) => queries.flatMap(({ query, adapt }) => adapt(query(read, now)));
  }

  private join(source: Query, left: Column[], node: SyntaxNode): Query {
    this.joins += 1;
    if (this.joins > JOINS_AT_MOST) throw this.unsupported(node, "A query with more than 3 joins");
    const expression = this.child(node, 0);
    const right = this.tabular(expression);
    const join = compileJoin(this.text, node, { left, right: expression.columns ?? [] });
    return (read, now) => join(source(read, now), right(read, now));
  }

  private operator(node: SyntaxNode, source: Column[]): Operator {
    if (node.kind !== "MvExpandOperator") this.refuseParameters(node);
    switch (node.kind) {
      case "FilterOperator": {
        const condition = this.scalar(this.child(node, 0));
        return (rows, now) => rows.filter((row) => isTrue(condition(row, now)));
      }
      case "ExtendOperator": {
        const columns = extendedColumns(node, source, this.scalar);
        return (rows, now) =>
          rows.map((row) => {
            const extended = { ...row };
            for (const { name, value } of columns) extended[name] = value(row, now);
            return extended;
          });
      }
      case "ProjectOperator": {
        const columns = namedColumns(node.children, this.scalar, node.columns);
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
        return compileSort(node.children, this.scalar);
      case "TakeOperator": {
        const count = this.count(this.child(node, 0));
        return (rows) => rows.slice(0, count);
      }
      case "TopOperator": {
        const count = this.count(this.child(node, 0));
        const sort = compileSort([this.child(node, 1)], this.scalar);
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
    const isComputed =
      node.kind === "DistinctOperator" && node.children[0]?.kind !== "StarExpression";
    const columns = isComputed
      ? namedColumns(node.children, this.scalar, node.columns)
      : names.map((name) => ({ name, value: (row: GraphRow) => row[name] }));
    const isDistinct = node.kind === "DistinctOperator";
    return (rows, now) => {
      const seen = new Set<string>();
      return rows.flatMap((row) => {
        const values = columns.map(({ value }) => value(row, now));
        if (isDistinct) {
          const key = groupKeyOf(values);
          if (seen.has(key)) return [];
          seen.add(key);
        }
        const chosen: GraphRow = {};
        for (const [index, { name }] of columns.entries()) chosen[name] = values[index];
        return [chosen];
      });
    };
  }

  private mvExpand(node: SyntaxNode): Operator {
    this.mvExpands += 1;
    if (this.mvExpands > MV_EXPANDS_AT_MOST)
      throw this.unsupported(node, "A query with more than 3 mv-expand");
    this.refuseParameters(node, ["kind=bag", "bagexpansion=bag"]);
    const limitClause = node.children.find(({ kind }) => kind === "MvExpandRowLimitClause");
    const limit = limitClause ? this.count(this.child(limitClause, 0)) : MV_EXPAND_ROWS;
    if (limit > MV_EXPAND_ROWS_AT_MOST)
      throw this.unsupported(node, `An mv-expand with a limit above ${MV_EXPAND_ROWS_AT_MOST}`);
    const [expanded, ...more] = node.children.filter(({ kind }) => kind === "MvExpandExpression");
    if (!expanded || more.length > 0)
      throw this.unsupported(node, "An mv-expand of several columns");
    const [column] = namedColumns([this.child(expanded, 0)], this.scalar);
    const clause = expanded.children.find(({ kind }) => kind === "ToTypeOfClause");
    const type = clause ? /typeof\s*\(\s*(\w+)/.exec(clause.text)?.[1] : "dynamic";
    const cast = casts[type ?? ""];
    if (!column || !cast) throw this.unsupported(node, `An mv-expand to '${type}'`);
    return compileMvExpand(column, limit, cast);
  }

  private refuseParameters(node: SyntaxNode, known: string[] = []): void {
    const unknown = node.children.find(
      ({ kind, text }) => kind === "NamedParameter" && !known.includes(text.replace(/\s/g, "")),
    );
    if (unknown) throw this.unsupported(unknown, `The parameter '${unknown.text}'`);
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
      token: node.kind === "NamedParameter" ? node.text : (node.tokens[0] ?? node.text),
    });
  }
}
