import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint } from "./after-paint";

const FRAME_MS = 16;
let isSeen = true;

beforeEach(() => {
  isSeen = true;
  vi.useFakeTimers();
  const frames = new Map<number, () => void>();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => {
    const frame = frames.size + 1;
    const next = () => {
      if (!frames.has(frame)) return;
      if (isSeen) draw();
      else setTimeout(next, FRAME_MS);
    };
    frames.set(frame, draw);
    setTimeout(next, FRAME_MS);
    return frame;
  });
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => frames.delete(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("calls behind the next frame, once", () => {
  const callback = vi.fn();
  afterPaint(callback);
  vi.advanceTimersByTime(FRAME_MS - 1);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(callback).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(callback).toHaveBeenCalledOnce();
});

test("calls once on a page that nobody sees, also when it is seen later", () => {
  isSeen = false;
  const callback = vi.fn();
  afterPaint(callback);
  vi.advanceTimersByTime(1_000);
  expect(callback).toHaveBeenCalledOnce();
  isSeen = true;
  vi.advanceTimersByTime(10_000);
  expect(callback).toHaveBeenCalledOnce();
});

test.each([0, FRAME_MS])("is taken back after %i ms", (ms) => {
  const callback = vi.fn();
  const takeBack = afterPaint(callback);
  vi.advanceTimersByTime(ms);
  takeBack();
  vi.advanceTimersByTime(10_000);
  expect(callback).not.toHaveBeenCalled();
});
