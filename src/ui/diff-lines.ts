import { diffLines } from "diff";

/** One line of one side. */
export interface DiffCell {
  text: string;
  /** The line is on this side only. */
  isChanged: boolean;
}

/**
 * Two texts as rows of a table: equal lines beside each other, and a run of removed lines beside the run
 * of added ones that replaces it. A side that has no line in a row is undefined.
 */
export function pairLines(
  before: string,
  after: string,
): [before: DiffCell | undefined, after: DiffCell | undefined][] {
  const rows: [DiffCell | undefined, DiffCell | undefined][] = [];
  let removed: DiffCell[] = [];
  let added: DiffCell[] = [];
  const flush = () => {
    const length = Math.max(removed.length, added.length);
    for (let row = 0; row < length; row += 1) rows.push([removed[row], added[row]]);
    removed = [];
    added = [];
  };
  for (const change of diffLines(before, after)) {
    const isChanged = change.added || change.removed;
    const cells = linesOf(change.value).map((text): DiffCell => ({ text, isChanged }));
    if (change.removed) removed.push(...cells);
    else if (change.added) added.push(...cells);
    else {
      flush();
      rows.push(...cells.map((cell): [DiffCell, DiffCell] => [cell, cell]));
    }
  }
  flush();
  return rows;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
