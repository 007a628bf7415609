import { compareText, foldCase } from "./fold";
import { merged } from "./merged";

/** How many searched texts a column remembers the answers for: a few words, and their shorter selves. */
const REMEMBERED_TEXTS = 16;

/** The code of a row that has no value, because it was removed. */
const NO_VALUE = 0;

interface Remembered {
  text: string;
  /** By code: 1 where the value contains the text. */
  isMatch: Uint8Array;
  /** How many codes have been looked at. */
  checked: number;
}

/** How a column reads a row, and what it compares of what it read. */
export interface ColumnSource<Row> {
  read: (row: Row) => string;
  /** `foldCase` unless said; only texts that give the same are one value. */
  derive?: ((text: string) => string) | undefined;
}

/**
 * One text of every row, as a code for each distinct value: a search looks at each value once, a
 * filter at each row's code, and a sort compares values rather than rows.
 */
export class DictionaryColumn<Row> {
  /** By code; the first is nobody's. */
  readonly values: string[] = [""];
  /** By row number; longer than there are rows. */
  codes = new Uint32Array(1_024);
  private readonly source: ColumnSource<Row>;
  /** By code, how many rows have the value, and one that has or had it. */
  private readonly uses: number[] = [0];
  private readonly samples: (Row | undefined)[] = [undefined];
  private readonly codeOfValue = new Map<string, number>();
  private readonly codeOfText: Map<string, number>;
  private lastText: string | undefined;
  private lastCode = NO_VALUE;
  private readonly remembered: Remembered[] = [];
  /** Codes in ascending order of their values; nobody's comes first. */
  private sortedCodes = new Uint32Array(1);
  private ranks = new Uint32Array(0);

  constructor(source: ColumnSource<Row>) {
    this.source = source;
    // A folded value folds to itself, so that the usual column needs one map only.
    this.codeOfText = source.derive ? new Map<string, number>() : this.codeOfValue;
  }

  /** Takes note of what a row is now: undefined when it is gone. */
  update(rowNumber: number, row: Row | undefined): void {
    if (rowNumber >= this.codes.length) this.grow(rowNumber + 1);
    const before = this.codes[rowNumber] ?? NO_VALUE;
    const code = row === undefined ? NO_VALUE : this.codeOf(row);
    if (code !== NO_VALUE) this.samples[code] = row;
    if (code === before) return;
    this.uses[before] = (this.uses[before] ?? 0) - 1;
    this.uses[code] = (this.uses[code] ?? 0) + 1;
    this.codes[rowNumber] = code;
  }

  /** The code of a value in any case, if some row has or had it. */
  codeOfKey(value: string): number | undefined {
    return this.codeOfValue.get(foldCase(value));
  }

  /** The values that some row has, as such a row writes them, each with a row. */
  usedValues(): { code: number; text: string; sample: Row }[] {
    return this.samples.flatMap((sample, code) =>
      sample === undefined || (this.uses[code] ?? 0) === 0
        ? []
        : [{ code, text: this.textOf(code, sample), sample }],
    );
  }

  /** By code, 1 for the values for which the predicate holds; undefined if there is none. */
  select(predicate: (value: string) => boolean): Uint8Array | undefined {
    const isMatch = new Uint8Array(this.values.length);
    for (let code = 1; code < isMatch.length; code++) {
      if (predicate(this.values[code] ?? "")) isMatch[code] = 1;
    }
    return isMatch.includes(1) ? isMatch : undefined;
  }

  /**
   * By code, 1 for the values that contain a folded text; undefined if there is none. Where a part of the
   * text was looked for before, only what had that is looked at.
   */
  containing(text: string): Uint8Array | undefined {
    const found = this.remember(text);
    const size = this.values.length;
    if (found.isMatch.length < size) found.isMatch = resized(found.isMatch, size);
    const { isMatch } = found;
    for (let code = Math.max(found.checked, 1); code < size; code++) {
      if (this.values[code]?.includes(text)) isMatch[code] = 1;
    }
    found.checked = size;
    return isMatch.includes(1) ? isMatch : undefined;
  }

  /** By code, the place of the value among all values in ascending order. */
  rankOfCodes(): Uint32Array {
    const size = this.values.length;
    if (this.ranks.length === size) return this.ranks;
    // Without a function to compare, strings are ordered by code unit, and much faster.
    const added = this.values.slice(Math.max(this.sortedCodes.length, 1)).sort();
    this.sortedCodes = merged(
      this.sortedCodes,
      added.map((value) => this.codeOfValue.get(value) ?? NO_VALUE),
      (a, b) => compareText(this.values[a] ?? "", this.values[b] ?? ""),
    );
    this.ranks = new Uint32Array(size);
    for (let rank = 0; rank < size; rank++) this.ranks[this.sortedCodes[rank] ?? NO_VALUE] = rank;
    return this.ranks;
  }

  private remember(text: string): Remembered {
    const known = this.remembered.findIndex((entry) => entry.text === text);
    const [entry] = known === -1 ? [this.narrowed(text)] : this.remembered.splice(known, 1);
    const found = entry ?? { text, isMatch: new Uint8Array(this.values.length), checked: 0 };
    this.remembered.unshift(found);
    if (this.remembered.length > REMEMBERED_TEXTS) this.remembered.pop();
    return found;
  }

  /** The answer for a text from that for the longest remembered part of it. */
  private narrowed(text: string): Remembered | undefined {
    let wider: Remembered | undefined;
    for (const entry of this.remembered) {
      const isWider = text.includes(entry.text) && entry.text.length > (wider?.text.length ?? 0);
      if (isWider) wider = entry;
    }
    if (wider === undefined) return undefined;
    const isMatch = new Uint8Array(this.values.length);
    for (let code = 1; code < wider.checked; code++) {
      if (wider.isMatch[code] === 1 && this.values[code]?.includes(text)) isMatch[code] = 1;
    }
    return { text, isMatch, checked: wider.checked };
  }

  private textOf(code: number, sample: Row): string {
    return this.source.derive ? (this.values[code] ?? "") : this.source.read(sample);
  }

  private codeOf(row: Row): number {
    const text = this.source.read(row);
    // Rows of one instance come together, and share most of their texts.
    if (text === this.lastText) return this.lastCode;
    this.lastCode = this.codeOfText.get(text) ?? this.newCode(text);
    this.lastText = text;
    return this.lastCode;
  }

  private newCode(text: string): number {
    const value = this.source.derive?.(text) ?? foldCase(text);
    let code = this.codeOfValue.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.samples.push(undefined);
      this.uses.push(0);
      this.codeOfValue.set(value, code);
    }
    this.codeOfText.set(text, code);
    return code;
  }

  private grow(length: number): void {
    const codes = new Uint32Array(Math.max(length, this.codes.length * 2));
    codes.set(this.codes);
    this.codes = codes;
  }
}

function resized(bytes: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}
