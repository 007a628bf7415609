import { candidate } from "#candidate";
import { authenticationText } from "../../../src/lib/endpoint-query/columns";
import type { BenchRow } from "./candidate";
import { expectedOf, type Asked, type Expected } from "./expected";
import { areDrawn, drawnText, scrollerOf } from "./on-screen";
import { lostFrames, untilPainted } from "./painted";
import { unpackRows, type PackedRows } from "./rows";

/** A step with its time in milliseconds. */
export interface Timed {
  ms: number;
}

/** What `measure.ts` drives. Every step throws unless the right rows are on the screen after it. */
export interface BenchPage {
  /** Reads the rows, and finds out what each step should show while the processor is fast. */
  load: (url: string, word: string) => Promise<void>;
  mount: () => Promise<Timed>;
  type: (text: string) => Promise<Timed>;
  sort: () => Promise<Timed>;
  facet: () => Promise<Timed>;
  countFacets: () => Timed | undefined;
  scroll: (ms: number) => Promise<{ lost: number; due: number }>;
}

/** Who draws frames and not the right rows for so long never will; who is busy draws none. */
const WRONG_AFTER_MS = 20_000;
const PAUSE_MS = 300;
const SORTED_BY = "site";
const FACET_VALUE = authenticationText("SystemAssignedManagedIdentity");

const container = document.getElementById("table") ?? document.body;
let rows: BenchRow[] = [];
const ALL: Asked = { text: "" };
const SORTED: Asked = { ...ALL, sort: SORTED_BY };
const FILTERED: Asked = { ...SORTED, method: FACET_VALUE };
const expectations = new Map<string, Expected>();

async function step(next: Asked, act: () => void): Promise<Timed> {
  const { count, rows: expected } = expectationOf(next);
  // Nobody clicks or begins to type in the same moment; whoever has work for then may do it.
  if (next.text.length <= 1) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const isShown = () => areDrawn(container, expected) && candidate.controls().count() === count;
  try {
    return { ms: await untilPainted(act, isShown, WRONG_AFTER_MS) };
  } catch (error) {
    const names = expected.map(({ name }) => name).join(", ");
    throw new Error(`Not shown: ${count} rows, ${names}. Drawn:\n${drawnText(container)}`, {
      cause: error,
    });
  }
}

function expectationOf(wanted: Asked): Expected {
  const key = JSON.stringify(wanted);
  const expected = expectations.get(key) ?? expectedOf(candidate, rows, wanted);
  expectations.set(key, expected);
  return expected;
}

const page: BenchPage = {
  load: async (url, word) => {
    const response = await fetch(url);
    rows = unpackRows((await response.json()) as PackedRows);
    candidate.prepare?.(rows);
    for (const wanted of [ALL, SORTED, FILTERED]) expectationOf(wanted);
    for (let end = 1; end <= word.length; end++) expectationOf({ text: word.slice(0, end) });
  },
  mount: () => step(ALL, () => candidate.mount(container, rows)),
  type: (text) => step({ text }, () => candidate.controls().setFilterText(text)),
  sort: () => step(SORTED, () => candidate.controls().sortBy(SORTED_BY)),
  facet: () => step(FILTERED, () => candidate.controls().clickFacet(FACET_VALUE)),
  countFacets: () => {
    if (candidate.countFacets === undefined) return undefined;
    const begin = performance.now();
    candidate.countFacets();
    return { ms: performance.now() - begin };
  },
  scroll: (ms) => {
    const scroller = scrollerOf(container);
    return lostFrames((px) => (scroller.scrollTop = px), ms);
  },
};

Object.assign(window, { bench: page });
