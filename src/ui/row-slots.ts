/**
 * Gives each row that is drawn a slot, a number that is its key in the page. A row keeps its slot for as
 * long as it is drawn; one that comes takes the slot of one that has gone, so that the browser changes the
 * texts of a row instead of making a new one.
 */
export class RowSlots {
  #slots = new Map<string, number>();
  #made = 0;
  #kept: string | undefined;

  /**
   * The slots of the rows with these ids, in their order. What is on the row `kept` belongs to it alone (the
   * focus, a menu): once it has gone, its slot is no other's. The same rows have the same slots however
   * often they are asked for.
   */
  of(ids: readonly string[], kept: string | undefined): number[] {
    const drawn = new Set(ids);
    const free: number[] = [];
    for (const [id, slot] of this.#slots) {
      if (!drawn.has(id) && id !== this.#kept) free.push(slot);
    }
    const slots = ids.map((id) => this.#slots.get(id) ?? free.shift() ?? this.#made++);
    this.#slots = new Map(ids.map((id, place) => [id, slots[place] ?? 0]));
    this.#kept = kept;
    return slots;
  }
}
