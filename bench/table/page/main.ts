import { candidate } from "#candidate";
import { authenticationText } from "../../../src/lib/endpoint-query/columns";
import type { BenchRow } from "./candidate";
import { expectedOf, type Asked } from "./expected";
import { areDrawn, drawnText, scrollerOf } from "./on-screen";
import { lostFrames, untilPainted } from "./painted";
import { unpackRows, type PackedRows } from "./rows";

/** A step with its time in milliseconds. */
export interface Timed {
  ms: number;
}

/** What `measure.ts` drives. Every step throws unless the right rows are on the screen after it. */
export interface BenchPage {
  load: (url: string) => Promise<void>;
  mount: () => Promise<Timed>;
  type: (text: string) => Promise<Timed>;
  sort: () => Promise<Timed>;
  facet: () => Promise<Timed>;
  countFacets: () => Timed | undefined;
  scroll: (ms: number) => Promise<{ lost: number; due: number }>;
}

/** Who draws frames and not the right rows for so long never will; who is busy draws none. */
const WRONG_AFTER_MS = 20_000;
const PAUSE_MS = 250;
const SORTED_BY = "site";
const FACET_VALUE = authenticationText("SystemAssignedManagedIdentity");

const container = document.getElementById("table") ?? document.body;
let rows: BenchRow[] = [];
let asked: Asked = { text: "" };

/** What is expected is found out before the time runs. */
async function step(next: Asked, act: () => void): Promise<Timed> {
  const { count, rows: expected } = expectedOf(candidate, rows, next);
  asked = next;
  // Nobody types or clicks in the same moment; whoever has work for then may do it.
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
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

const page: BenchPage = {
  load: async (url) => {
    const response = await fetch(url);
    rows = unpackRows((await response.json()) as PackedRows);
    candidate.prepare?.(rows);
  },
  mount: () => step({ text: "" }, () => candidate.mount(container, rows)),
  type: (text) => step({ ...asked, text }, () => candidate.controls().setFilterText(text)),
  sort: () => step({ ...asked, sort: SORTED_BY }, () => candidate.controls().sortBy(SORTED_BY)),
  facet: () =>
    step({ ...asked, method: FACET_VALUE }, () => candidate.controls().clickFacet(FACET_VALUE)),
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
