import { expect, test } from "vitest";
import { NOTHING_IN_VIEW, rowsToDraw } from "./use-row-window";

const count = 100_000;
const ahead = 6;

test("draws what is in view and some rows beyond each edge", () => {
  const drawn = rowsToDraw({ top: 500, fitting: 20, ahead }, count);
  expect([drawn[0], drawn.at(-1), drawn.length]).toEqual([494, 525, 32]);
  const atTop = rowsToDraw({ top: 0, fitting: 20, ahead }, count);
  expect([atTop[0], atTop.at(-1)]).toEqual([0, 25]);
  expect(rowsToDraw({ top: 0, fitting: 20, ahead: 0 }, count)).toHaveLength(20);
  expect(rowsToDraw({ top: 0, fitting: 20, ahead }, 3)).toEqual([0, 1, 2]);
  expect(rowsToDraw({ top: 0, fitting: 20, ahead }, 0)).toEqual([]);
  expect(rowsToDraw(NOTHING_IN_VIEW, count, 0)).toEqual([]);
});

test("draws the last rows where there are fewer than were scrolled through", () => {
  expect(rowsToDraw({ top: 99_000, fitting: 20, ahead }, 30).at(-1)).toBe(29);
  expect(rowsToDraw({ top: count, fitting: 20, ahead }, count)).toContain(count - 20);
});

test("keeps one row wherever it is, in its order", () => {
  const view = { top: 500, fitting: 20, ahead };
  expect(rowsToDraw(view, count, 7).slice(0, 2)).toEqual([7, 494]);
  expect(rowsToDraw(view, count, 9_000).slice(-2)).toEqual([525, 9_000]);
  expect(rowsToDraw(view, count, 510)).toEqual(rowsToDraw(view, count));
  expect(rowsToDraw(view, count, count)).toEqual(rowsToDraw(view, count));
});
