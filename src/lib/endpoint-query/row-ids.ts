import { compareText, foldCase } from "./fold";

/** The ids below one parent. */
interface Siblings {
  /** The folded id of the parent, with the slash behind it. */
  parent: string;
  /** Numbers in the order of their names. */
  numbers: number[];
  /** The folded name of the last one. */
  lastName: string;
}

/**
 * ARM ids, each with the number of its row. They are folded and compared part by part: a hundred thousand
 * endpoints have a few hundred parents, nearly always that of the one before, and come in order.
 */
export class RowIds {
  /** By number, as they were written first; those that were removed too. */
  private readonly ids: string[] = [];
  /** By number, the folded id where somebody has asked for it. */
  private readonly keys = new Map<number, string>();
  private readonly siblingsOfParent = new Map<string, Siblings>();
  /** The parent that was looked up last, as it was written. */
  private lastParent: string | undefined;
  private lastSiblings: Siblings | undefined;
  private size = 0;

  /** How many ids have a number. */
  get count(): number {
    return this.size;
  }

  /** The number that the next id gets that has none. */
  get next(): number {
    return this.ids.length;
  }

  /** The number of an id in any case. */
  numberOf(id: string): number | undefined {
    const border = borderOf(id);
    const siblings = this.siblingsOf(id.slice(0, border));
    if (siblings === undefined) return undefined;
    const name = foldCase(id.slice(border));
    return this.numberAt(siblings, this.placeOf(siblings, name), name);
  }

  /** The number of an id in any case; `next`, which no id had before, for one that had none. */
  add(id: string): number {
    const border = borderOf(id);
    const parent = id.slice(0, border);
    const siblings = this.siblingsOf(parent) ?? this.addParent(parent);
    const { numbers } = siblings;
    const name = foldCase(id.slice(border));
    const place = this.placeOf(siblings, name);
    const known = this.numberAt(siblings, place, name);
    if (known !== undefined) return known;
    const number = this.ids.length;
    this.ids.push(id);
    if (place === numbers.length) {
      numbers.push(number);
      siblings.lastName = name;
    } else numbers.splice(place, 0, number);
    this.size += 1;
    return number;
  }

  /** Takes the number from an id in any case, and returns it; no id gets it again. */
  remove(id: string): number | undefined {
    const border = borderOf(id);
    const siblings = this.siblingsOf(id.slice(0, border));
    if (siblings === undefined) return undefined;
    const name = foldCase(id.slice(border));
    const place = this.placeOf(siblings, name);
    const known = this.numberAt(siblings, place, name);
    if (known === undefined) return undefined;
    siblings.numbers.splice(place, 1);
    siblings.lastName = this.nameOf(siblings.numbers.at(-1));
    this.size -= 1;
    return known;
  }

  /** The folded id of a number, removed or not. */
  keyOf(number: number): string {
    let key = this.keys.get(number);
    if (key === undefined) this.keys.set(number, (key = foldCase(this.ids[number] ?? "")));
    return key;
  }

  /**
   * The numbers in the order of the folded ids: by parent and then by name, which is the same since ids of
   * one type have their slashes at the same places.
   */
  inOrder(): Uint32Array {
    const order = new Uint32Array(this.size);
    const parents = [...this.siblingsOfParent.values()];
    let place = 0;
    for (const { numbers } of parents.sort((a, b) => compareText(a.parent, b.parent))) {
      order.set(numbers, place);
      place += numbers.length;
    }
    return order;
  }

  /** Those below a parent, as it is written in any case. */
  private siblingsOf(parent: string): Siblings | undefined {
    if (parent === this.lastParent) return this.lastSiblings;
    const siblings = this.siblingsOfParent.get(foldCase(parent));
    if (siblings !== undefined) {
      this.lastParent = parent;
      this.lastSiblings = siblings;
    }
    return siblings;
  }

  private addParent(written: string): Siblings {
    const parent = foldCase(written);
    const siblings = { parent, numbers: [], lastName: "" };
    this.siblingsOfParent.set(parent, siblings);
    return siblings;
  }

  /** How many siblings have a name before this one. */
  private placeOf({ numbers, lastName }: Siblings, name: string): number {
    // Names mostly come in order: behind the last one.
    if (numbers.length === 0 || lastName < name) return numbers.length;
    let [low, high] = [0, numbers.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.nameOf(numbers[middle]) < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The number at a place, if its name is this one. */
  private numberAt({ numbers }: Siblings, place: number, name: string): number | undefined {
    return place < numbers.length && this.nameOf(numbers[place]) === name
      ? numbers[place]
      : undefined;
  }

  private nameOf(number: number | undefined): string {
    const id = number === undefined ? "" : (this.ids[number] ?? "");
    return foldCase(id.slice(borderOf(id)));
  }
}

/** Where the name begins. */
function borderOf(id: string): number {
  return id.lastIndexOf("/") + 1;
}
