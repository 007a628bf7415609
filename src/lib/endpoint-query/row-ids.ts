import { compareText, foldCase } from "./fold";

/** The ids below one parent. */
interface Siblings {
  /** The folded id of the parent, with the slash behind it. */
  parent: string;
  /** Numbers in the order of their names. */
  numbers: number[];
}

/**
 * ARM ids, each with the number of its row. They are folded and compared part by part: a hundred thousand
 * endpoints have a few hundred parents, nearly always that of the one before, and come in order.
 */
export class RowIds {
  /** By number, as they were written first; those that were removed too. */
  private readonly ids: string[] = [];
  /** By number, the folded id where somebody has asked for it. */
  private readonly keys: (string | undefined)[] = [];
  /** By number, the folded name. */
  private readonly names: string[] = [];
  private readonly siblingsOfParent = new Map<string, Siblings>();
  private last: { parent: string; siblings: Siblings } | undefined;
  private size = 0;

  /** How many ids have a number. */
  get count(): number {
    return this.size;
  }

  /** The number of an id in any case. */
  numberOf(id: string): number | undefined {
    const { siblings, name } = this.partsOf(id);
    return siblings && this.find(siblings, name).known;
  }

  /**
   * Gives an id that has no number the next one, which no id had before.
   *
   * @returns the number that it has, and whether it is new
   */
  add(id: string): { number: number; isNew: boolean } {
    const { parent, name, siblings = this.addParent(parent) } = this.partsOf(id);
    const { place, known } = this.find(siblings, name);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.ids.length;
    this.ids.push(id);
    this.keys.push(undefined);
    this.names.push(name);
    if (place === siblings.numbers.length) siblings.numbers.push(number);
    else siblings.numbers.splice(place, 0, number);
    this.size += 1;
    return { number, isNew: true };
  }

  /** Takes the number from an id in any case, and returns it; no id gets it again. */
  remove(id: string): number | undefined {
    const { siblings, name } = this.partsOf(id);
    if (siblings === undefined) return undefined;
    const { place, known } = this.find(siblings, name);
    if (known === undefined) return undefined;
    siblings.numbers.splice(place, 1);
    this.size -= 1;
    return known;
  }

  /** The folded id of a number, removed or not. */
  keyOf(number: number): string {
    return (this.keys[number] ??= foldCase(this.ids[number] ?? ""));
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

  private partsOf(id: string): { parent: string; name: string; siblings?: Siblings | undefined } {
    const border = id.lastIndexOf("/") + 1;
    const parent = id.slice(0, border);
    const name = foldCase(id.slice(border));
    if (parent === this.last?.parent) return { parent, name, siblings: this.last.siblings };
    const siblings = this.siblingsOfParent.get(foldCase(parent));
    if (siblings !== undefined) this.last = { parent, siblings };
    return { parent, name, siblings };
  }

  private addParent(written: string): Siblings {
    const parent = foldCase(written);
    const siblings = { parent, numbers: [] };
    this.siblingsOfParent.set(parent, siblings);
    return siblings;
  }

  /** Where a name is among its siblings, or would be; and its number if it has one. */
  private find({ numbers }: Siblings, name: string): { place: number; known?: number } {
    let [low, high] = [0, numbers.length];
    // Names mostly come in order: behind the last one.
    let middle = high - 1;
    while (low < high) {
      const number = numbers[middle] ?? 0;
      const other = this.names[number] ?? "";
      if (other === name) return { place: middle, known: number };
      if (other < name) low = middle + 1;
      else high = middle;
      middle = (low + high) >>> 1;
    }
    return { place: low };
  }
}
