import { createRequire } from "node:module";
import { tables } from "./schema";

/** A node of a query's syntax tree as plain data: the library's own getters are too slow to evaluate from. */
export interface SyntaxNode {
  /** The library's `SyntaxKind`, for example `FilterOperator`. */
  kind: string;
  /** Source text without surrounding white space. */
  text: string;
  /** Position in the query. */
  start: number;
  /** Child nodes without tokens, lists and separators flattened away. */
  children: SyntaxNode[];
  /** Keywords and other tokens directly below, in order. */
  tokens: string[];
  /** Lists directly below, in order, each with its elements. */
  lists: SyntaxNode[][];
  /** Value of a literal. */
  literal?: unknown;
  /** Columns of a tabular operator's result. */
  columns?: { name: string; type: string }[];
}

export interface Diagnostic {
  code: string;
  message: string;
  start: number;
  length: number;
}

/** The few members of the library that are used; it ships no usable type declarations for modules. */
interface BridgeList<Item> {
  Count: number;
  getItem(index: number): Item;
}
interface BridgeNode {
  Kind: number;
  IsToken?: boolean;
  ChildCount: number;
  TextStart: number;
  LiteralValue?: unknown;
  ResultType?: { Columns?: BridgeList<{ Name: string; Type: { Name: string } }> } | null;
  GetChild(index: number): BridgeNode | null;
  toString(trivia: number): string;
}
interface KustoLibrary {
  GlobalState: { Default: { WithDatabase(database: unknown): unknown } };
  KustoCode: {
    ParseAndAnalyze(
      text: string,
      globals: unknown,
    ): {
      Syntax: BridgeNode;
      GetDiagnostics(): BridgeList<{
        Code: string;
        Severity: string;
        Message: string;
        Start: number;
        Length: number;
      }>;
    };
  };
  Symbols: {
    ColumnSymbol: new (name: string, type: unknown, ...none: null[]) => unknown;
    TableSymbol: { $ctor4: new (name: string, columns: unknown) => unknown };
    DatabaseSymbol: { ctor: new (name: string, members: unknown) => unknown };
    ScalarTypes: Record<string, unknown>;
    Symbol: unknown;
  };
  Syntax: { SyntaxKind: unknown };
}
interface Library {
  Kusto: { Language: KustoLibrary };
  System: {
    Array: { init(items: unknown[], type: unknown): unknown };
    Enum: { toString(type: unknown, value: number): string };
  };
}

const TICKS_A_MILLISECOND = 10_000;
/** `IncludeTrivia.Interior` of the library: text without leading white space and comments. */
const WITHOUT_OUTER_TRIVIA = 1;

let loaded: { library: Library; globals: unknown } | undefined;

function load(): { library: Library; globals: unknown } {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  const library = globalThis as unknown as Library;
  const { Symbols, GlobalState } = library.Kusto.Language;
  const symbols = Object.entries(tables).map(([name, columns]) => {
    const columnSymbols = Object.entries(columns).map(
      ([column, type]) =>
        new Symbols.ColumnSymbol(column, Symbols.ScalarTypes[type], null, null, null, null),
    );
    return new Symbols.TableSymbol.$ctor4(
      name,
      library.System.Array.init(columnSymbols, Symbols.ColumnSymbol),
    );
  });
  const database = new Symbols.DatabaseSymbol.ctor(
    "ResourceGraph",
    library.System.Array.init(symbols, Symbols.Symbol),
  );
  loaded = { library, globals: GlobalState.Default.WithDatabase(database) };
  return loaded;
}

/** Parses a query and binds its names against the tables of Resource Graph. */
export function parseQuery(text: string): { root: SyntaxNode; errors: Diagnostic[] } {
  const { library, globals } = load();
  const code = library.Kusto.Language.KustoCode.ParseAndAnalyze(text, globals);
  const diagnostics = code.GetDiagnostics();
  const errors: Diagnostic[] = [];
  for (let index = 0; index < diagnostics.Count; index++) {
    const found = diagnostics.getItem(index);
    if (found.Severity !== "Error") continue;
    errors.push({
      code: found.Code,
      message: found.Message,
      start: found.Start,
      length: found.Length,
    });
  }
  return { root: toPlain(library, code.Syntax), errors };
}

function toPlain(library: Library, node: BridgeNode): SyntaxNode {
  const kind = library.System.Enum.toString(library.Kusto.Language.Syntax.SyntaxKind, node.Kind);
  const plain: SyntaxNode = {
    kind,
    text: node.toString(WITHOUT_OUTER_TRIVIA).trim(),
    start: node.TextStart,
    children: [],
    tokens: [],
    lists: [],
  };
  if (kind.endsWith("LiteralExpression")) plain.literal = literalValue(node.LiteralValue);
  const columns = kind.endsWith("Operator") ? node.ResultType?.Columns : undefined;
  if (columns) {
    plain.columns = Array.from({ length: columns.Count }, (_, index) => {
      const column = columns.getItem(index);
      return { name: column.Name, type: column.Type.Name };
    });
  }
  for (let index = 0; index < node.ChildCount; index++) {
    const child = node.GetChild(index);
    if (!child) continue;
    const childPlain = toPlain(library, child);
    if (childPlain.kind === "List") {
      const elements = childPlain.children;
      plain.lists.push(elements);
      plain.children.push(...elements);
    } else if (childPlain.kind === "SeparatedElement") {
      plain.children.push(...childPlain.children);
    } else if (childPlain.kind.endsWith("Token") || childPlain.kind.endsWith("Keyword")) {
      plain.tokens.push(childPlain.text);
    } else {
      plain.children.push(childPlain);
    }
  }
  return plain;
}

/** The library holds long numbers, dates and time spans as objects of its own. */
function literalValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const { ticks } = value as { ticks?: { toString(): string } };
  if (ticks !== undefined) return Number(ticks.toString()) / TICKS_A_MILLISECOND;
  const text = (value as { toString(): string }).toString();
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}
