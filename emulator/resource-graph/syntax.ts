import { createRequire } from "node:module";
import { isTableName, tables } from "./schema";
import { toDate } from "./values";

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
  /** Value of a literal. */
  literal?: unknown;
  /** Columns of a table, of an operator's result, or of an aggregate that gives several. */
  columns?: Column[];
  /** Type of a scalar expression, for example `long`. */
  type?: string;
}

export interface Column {
  name: string;
  /** Name of a Kusto type, for example `string` or `dynamic`. */
  type: string;
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
  End: number;
  LiteralValue?: unknown;
  ResultType?: {
    Name: string;
    Columns?: BridgeList<{ Name: string; Type: { Name: string } }>;
  } | null;
  GetChild(index: number): BridgeNode | null;
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
/** The library's diagnostic for a name in a table's place that is none. */
export const UNKNOWN_TABLE = "KS204";

/** A query may begin with its first operator: the table is `resources` then (documentation, "Resource Graph tables"). */
const WITHOUT_TABLE =
  /^(?:\s|\/\/[^\n]*(?:\n|$))*(?:where|extend|project|project-\w+|summarize|distinct|count|take|limit|top|order|sort|join|mv-expand)\b/;
const DEFAULT_TABLE = "resources | ";

let loaded: Library | undefined;
let globals: unknown;
/** Names that queries wrote tables with: Resource Graph ignores their case, the library does not. */
const spellings = new Set<string>(Object.keys(tables));

function load(): Library {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  loaded = globalThis as unknown as Library;
  return loaded;
}

function globalsOf(library: Library): unknown {
  const { Symbols, GlobalState } = library.Kusto.Language;
  const symbols = [...spellings].flatMap((name) => {
    const table = name.toLowerCase();
    const columns: Record<string, string> = isTableName(table) ? tables[table] : {};
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
  return GlobalState.Default.WithDatabase(database);
}

/** Parses a query and binds its names against the tables of Resource Graph; errors come in order of place. */
export function parseQuery(text: string): { root: SyntaxNode; errors: Diagnostic[] } {
  const library = load();
  globals ??= globalsOf(library);
  const prefix = WITHOUT_TABLE.test(text) ? DEFAULT_TABLE : "";
  const code = library.Kusto.Language.KustoCode.ParseAndAnalyze(prefix + text, globals);
  const diagnostics = code.GetDiagnostics();
  const errors: Diagnostic[] = [];
  let hasNewSpelling = false;
  for (let index = 0; index < diagnostics.Count; index++) {
    const found = diagnostics.getItem(index);
    if (found.Severity !== "Error") continue;
    const start = found.Start - prefix.length;
    const name = text.slice(start, start + found.Length);
    if (found.Code === UNKNOWN_TABLE && isTableName(name.toLowerCase()) && !spellings.has(name)) {
      spellings.add(name);
      hasNewSpelling = true;
    }
    errors.push({ code: found.Code, message: found.Message, start, length: found.Length });
  }
  if (hasNewSpelling) {
    globals = globalsOf(library);
    return parseQuery(text);
  }
  errors.sort((a, b) => a.start - b.start);
  return { root: toPlain(library, code.Syntax, prefix + text, prefix.length), errors };
}

function toPlain(
  library: Library,
  node: BridgeNode,
  source: string,
  prefixLength: number,
): SyntaxNode {
  const kind = library.System.Enum.toString(library.Kusto.Language.Syntax.SyntaxKind, node.Kind);
  const plain: SyntaxNode = {
    kind,
    text: source.slice(node.TextStart, node.End).trim(),
    start: Math.max(node.TextStart - prefixLength, 0),
    children: [],
    tokens: [],
  };
  if (kind.endsWith("LiteralExpression")) plain.literal = literalValue(kind, plain.text, node);
  const result = node.ResultType;
  if (result?.Columns) {
    const columns = result.Columns;
    plain.columns = Array.from({ length: columns.Count }, (_, index) => {
      const column = columns.getItem(index);
      return { name: column.Name, type: column.Type.Name };
    });
  } else if (result) {
    plain.type = result.Name;
  }
  for (let index = 0; index < node.ChildCount; index++) {
    const child = node.GetChild(index);
    if (!child) continue;
    const childPlain = toPlain(library, child, source, prefixLength);
    if (childPlain.kind === "List") {
      plain.children.push(...childPlain.children);
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

/** The library holds everything but strings as objects of its own. */
function literalValue(kind: string, text: string, { LiteralValue: value }: BridgeNode): unknown {
  if (kind === "NullLiteralExpression" || value === null || value === undefined) return null;
  if (typeof value !== "object") return value;
  const written = (value as { toString(): string }).toString();
  switch (kind) {
    case "BooleanLiteralExpression":
      return written === "True";
    case "DateTimeLiteralExpression":
      return toDate(text.replace(/^\w+\s*\(\s*["']?|["']?\s*\)$/g, ""));
    case "TimespanLiteralExpression":
      return Number((value as { ticks: { toString(): string } }).ticks) / TICKS_A_MILLISECOND;
    case "GuidLiteralExpression":
      return written;
    default: {
      const number = Number(written);
      return Number.isNaN(number) ? written : number;
    }
  }
}
