import { compareText, foldCase } from "./fold";
import { merged } from "./merged";

/** The ids below one parent. */
interface Siblings {
  /** The folded id of the parent, with the slash behind it. */
  parent: string;
  /** By folded name. */
  numbers: Map<string, number>;
  /** Numbers in the order of their names; those that are new have no place yet. */
  ordered: Uint32Array;
  added: number[];
}

/**
 * ARM ids, each with the number of its row. They are folded and compared part by part: a hundred thousand
 * endpoints have a few hundred parents, and nearly always the parent of the one before.
 */
export class RowIds {
  /** By number, as they were written first. */
  private readonly ids: string[] = [];
  /** By number, the folded id where somebody has asked for it. */
  private readonly keys: (string | undefined)[] = [];
  /** By number, the folded name. */
  private readonly names: string[] = [];
  private readonly siblingsOfParent = new Map<string, Siblings>();
  private last: { parent: string; siblings: Siblings } | undefined;
  private size = 0;
  private order: Uint32Array | undefined = new Uint32Array(0);

  /** How many ids have a row. */
  get count(): number {
    return this.size;
  }

  /** The number of an id in any case. */
  numberOf(id: string): number | undefined {
    const end = parentEnd(id);
    return this.siblingsOf(id, end)?.numbers.get(foldCase(id.slice(end)));
  }

  /**
   * Gives an id that has no number the next one, which no id had before.
   *
   * @returns the number that it has, and whether it is new
   */
  add(id: string): { number: number; isNew: boolean } {
    const end = parentEnd(id);
    const siblings = this.siblingsOf(id, end) ?? this.addParent(id, end);
    const name = foldCase(id.slice(end));
    const known = siblings.numbers.get(name);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.ids.length;
    this.ids.push(id);
    this.keys.push(undefined);
    this.names.push(name);
    siblings.numbers.set(name, number);
    siblings.added.push(number);
    this.size += 1;
    this.order = undefined;
    return { number, isNew: true };
  }

  /** Takes the number from an id in any case, and returns it; no id gets it again. */
  remove(id: string): number | undefined {
    const end = parentEnd(id);
    const siblings = this.siblingsOf(id, end);
    const name = foldCase(id.slice(end));
    const known = siblings?.numbers.get(name);
    if (siblings === undefined || known === undefined) return undefined;
    siblings.numbers.delete(name);
    this.size -= 1;
    return known;
  }

  /** The folded id of a number, removed or not. */
  keyOf(number: number): string {
    return (this.keys[number] ??= foldCase(this.ids[number] ?? ""));
  }

  /**
   * All numbers, those of removed ids among them, in the order of the folded ids: by parent and then by
   * name, which is the same since ids of one type have their slashes at the same places.
   */
  inOrder(): Uint32Array {
    this.order ??= this.ordered();
    return this.order;
  }

  private ordered(): Uint32Array {
    const order = new Uint32Array(this.ids.length);
    const compare = (a: number, b: number) => compareText(this.names[a] ?? "", this.names[b] ?? "");
    let place = 0;
    for (const siblings of [...this.siblingsOfParent.values()].sort((a, b) =>
      compareText(a.parent, b.parent),
    )) {
      if (siblings.added.length > 0) {
        siblings.ordered = merged(siblings.ordered, siblings.added.sort(compare), compare);
        siblings.added = [];
      }
      order.set(siblings.ordered, place);
      place += siblings.ordered.length;
    }
    return order;
  }

  private siblingsOf(id: string, end: number): Siblings | undefined {
    const parent = id.slice(0, end);
    if (parent === this.last?.parent) return this.last.siblings;
    const siblings = this.siblingsOfParent.get(foldCase(parent));
    if (siblings !== undefined) this.last = { parent, siblings };
    return siblings;
  }

  private addParent(id: string, end: number): Siblings {
    const parent = foldCase(id.slice(0, end));
    const siblings = { parent, numbers: new Map(), ordered: new Uint32Array(0), added: [] };
    this.siblingsOfParent.set(parent, siblings);
    return siblings;
  }
}

/** Where the name begins. */
function parentEnd(id: string): number {
  return id.lastIndexOf("/") + 1;
}
