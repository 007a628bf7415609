import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** Spaces before `-` and before an item's text in the layout that the documentation shows. */
const DOCUMENTED_DASH = 4;
const DOCUMENTED_TEXT = 6;

type TextItem = Scalar<string> & { range: [number, number, number] };

interface ArrayText {
  document: Document.Parsed;
  root?: YAMLMap;
  pair?: Pair;
  sequence?: YAMLSeq;
  items: TextItem[];
}

/**
 * The items of `array` in a YAML mapping, each a text. Nothing in an empty document or without `array`.
 *
 * @throws Error that says what is not of that shape
 */
export function readArray(text: string): string[] {
  return parseArray(text).items.map((item) => item.value);
}

/** True if both say the same; whether an item ends with a line break is of no consequence. */
export function sameText(one: string, other: string): boolean {
  return one.replace(/\n+$/, "") === other.replace(/\n+$/, "");
}

/**
 * The text with one more item at the end of `array`, as a block literal with the indentation of the items
 * before it. Only adds characters, except for an empty `[]` or `null`. Read the result back: a layout that
 * cannot take the item gives a text that does not parse or reads otherwise.
 */
export function insertItem(text: string, content: string): string {
  const { root, pair, sequence, items } = parseArray(text);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const last = items.at(-1);
  if (root?.flow === true && root.items.length === 0) {
    const [start, end] = rangeOf(root) ?? [0, 0];
    return insertItem(text.slice(0, start) + text.slice(end), content);
  }
  if (root === undefined || pair === undefined) {
    const indent = root === undefined ? 0 : columnOf(text, startOf(root));
    const start = text.trim() === "" ? "" : withFinalBreak(text, eol);
    const item = blockItem(content, indent + DOCUMENTED_DASH, indent + DOCUMENTED_TEXT, eol);
    return `${start}${" ".repeat(indent)}array:${eol}${item}`;
  }
  if (root.flow === true || (sequence?.flow === true && last !== undefined)) {
    return insertIntoFlow(text, content, sequence, last);
  }
  if (sequence === undefined || last === undefined) {
    return insertFirst(text, content, pair, root, eol);
  }
  const dash = columnOf(text, dashOf(sequence, items.length - 1));
  const before = withFinalBreak(text.slice(0, endOf(text, last)), eol);
  const item = blockItem(content, dash, textColumn(text, items) ?? dash + 2, eol);
  return before + item + text.slice(endOf(text, last));
}

/** The text without the item at `index`. Only removes characters; read the result back as after `insertItem`. */
export function deleteItem(text: string, index: number): string {
  const { sequence, items } = parseArray(text);
  const item = items[index];
  if (sequence === undefined || item === undefined) {
    return text;
  }
  if (sequence.flow !== true) {
    const start = lineStart(text, dashOf(sequence, index));
    return text.slice(0, start) + text.slice(endOf(text, item));
  }
  const next = items[index + 1];
  const previous = items[index - 1];
  const start = next === undefined && previous !== undefined ? previous.range[1] : item.range[0];
  return text.slice(0, start) + text.slice(next === undefined ? item.range[1] : next.range[0]);
}

function parseArray(text: string): ArrayText {
  const document = parseDocument(text, { keepSourceTokens: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new Error(`it is not valid YAML (${problem.message.split("\n")[0] ?? problem.code})`);
  }
  const root: unknown = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { document, items: [] };
  }
  if (!isMap(root)) {
    throw new Error("it is not a mapping with a member “array”");
  }
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === "array");
  const value: unknown = pair?.value;
  if (value === undefined || value === null || (isScalar(value) && value.value === null)) {
    return { document, root, pair, items: [] };
  }
  if (!isSeq(value)) {
    throw new Error("its member “array” is not a list");
  }
  const items = value.items.map((item, index) => {
    if (!isTextItem(item)) {
      throw new Error(`item ${index + 1} of its list is not text`);
    }
    return item;
  });
  return { document, root, pair, sequence: value, items };
}

function isTextItem(node: unknown): node is TextItem {
  return isScalar(node) && typeof node.value === "string" && node.range !== undefined;
}

function insertIntoFlow(
  text: string,
  content: string,
  sequence: YAMLSeq | undefined,
  last: TextItem | undefined,
): string {
  const quoted = JSON.stringify(content);
  if (last !== undefined) {
    return `${text.slice(0, last.range[1])}, ${quoted}${text.slice(last.range[1])}`;
  }
  const [start, end] = sequence?.range ?? [text.length, text.length];
  return `${text.slice(0, start)}[${quoted}]${text.slice(end)}`;
}

/** Puts the first item below `array:`, whose value is absent, `null` or `[]`. */
function insertFirst(
  text: string,
  content: string,
  pair: Pair,
  root: YAMLMap,
  eol: string,
): string {
  const keyEnd = endOfNode(pair.key) ?? startOf(root);
  const [valueStart, valueEnd] = rangeOf(pair.value) ?? [keyEnd, keyEnd];
  const cut = text.slice(0, valueStart) + text.slice(valueEnd);
  const lineBreak = cut.indexOf("\n", keyEnd);
  const end = lineBreak === -1 ? cut.length : lineBreak + 1;
  const column = columnOf(text, startOf(root));
  const item = blockItem(content, column + DOCUMENTED_DASH, column + DOCUMENTED_TEXT, eol);
  return withFinalBreak(cut.slice(0, end), eol) + item + cut.slice(end);
}

function blockItem(content: string, dash: number, inner: number, eol: string): string {
  const lines = content.replace(/\n+$/, "").split("\n");
  const isPlain =
    !/^[ \t]/.test(lines.find((line) => line !== "") ?? "") && !/[\r\0]/.test(content);
  const indent = " ".repeat(dash);
  if (!isPlain) {
    return `${indent}- ${JSON.stringify(content)}${eol}`;
  }
  const body = lines.map((line) => (line === "" ? eol : `${" ".repeat(inner)}${line}${eol}`));
  return `${indent}- |${eol}${body.join("")}`;
}

/** Column of the text of the last block literal, so that new items look like it. */
function textColumn(text: string, items: TextItem[]): number | undefined {
  const literal = items.findLast((item) => item.type === "BLOCK_LITERAL");
  const body = literal && text.slice(literal.range[0], literal.range[1]);
  return body
    ?.split(/\r?\n/)
    .slice(1)
    .find((line) => line.trim() !== "")
    ?.search(/\S/);
}

function dashOf(sequence: YAMLSeq, index: number): number {
  const token = sequence.srcToken;
  const start = token?.type === "block-seq" ? token.items[index]?.start : undefined;
  return start?.find(({ type }) => type === "seq-item-ind")?.offset ?? 0;
}

/** Offset after the item's last line. */
function endOf(text: string, item: TextItem): number {
  const end = item.range[1];
  if (end > 0 && text[end - 1] === "\n") {
    return end;
  }
  const lineBreak = text.indexOf("\n", end);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

function withFinalBreak(text: string, eol: string): string {
  return text === "" || text.endsWith("\n") ? text : text + eol;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function rangeOf(node: unknown): [number, number] | undefined {
  if ((isScalar(node) || isSeq(node) || isMap(node)) && node.range) {
    return [node.range[0], node.range[1]];
  }
  return undefined;
}

function startOf(root: YAMLMap): number {
  return root.range?.[0] ?? 0;
}

function endOfNode(node: unknown): number | undefined {
  return rangeOf(node)?.[1];
}
