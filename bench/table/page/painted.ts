const FRAME_MS = 1_000 / 60;
const channel = new MessageChannel();

/**
 * Milliseconds from `act`, called right behind a frame, until the first frame in which `isShown` holds has
 * been painted.
 *
 * @throws RangeError after `timeoutMs`
 */
export async function untilPainted(
  act: () => void,
  isShown: () => boolean,
  timeoutMs: number,
): Promise<number> {
  await paintedFrame(() => true);
  const begin = performance.now();
  act();
  for (;;) {
    const isDone = await paintedFrame(isShown);
    const took = performance.now() - begin;
    if (isDone) return took;
    if (took > timeoutMs) throw new RangeError(`Not shown after ${Math.round(took)} ms.`);
  }
}

/** What a scroll of `ms` milliseconds, some three screens a second, lost: frames that should have been. */
export async function lostFrames(
  scrollTo: (px: number) => void,
  ms: number,
): Promise<{ lost: number; due: number }> {
  const PX_A_MS = 2.4;
  const begin = await animationFrame();
  let [last, lost] = [begin, 0];
  while (last - begin < ms) {
    scrollTo((last - begin) * PX_A_MS);
    const now = await animationFrame();
    lost += Math.max(0, Math.round((now - last) / FRAME_MS) - 1);
    last = now;
  }
  return { lost, due: Math.round((last - begin) / FRAME_MS) };
}

function animationFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Asks once in the next frame, and answers when that has been painted. It asks where a resize is
 * observed: behind every script of the frame, with the layout done, before the paint.
 */
function paintedFrame(ask: () => boolean): Promise<boolean> {
  const probe = resizeProbe();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      probe.resize(() => {
        const answer = ask();
        channel.port1.onmessage = () => resolve(answer);
        channel.port2.postMessage(undefined);
      });
    });
  });
}

let probe: { resize: (onResized: () => void) => void } | undefined;

function resizeProbe() {
  if (probe !== undefined) return probe;
  const element = document.createElement("div");
  element.style.cssText = "position:fixed;bottom:0;height:1px;width:1px;pointer-events:none";
  document.body.append(element);
  let onResized: (() => void) | undefined;
  new ResizeObserver(() => {
    const then = onResized;
    onResized = undefined;
    then?.();
  }).observe(element);
  let width = 1;
  probe = {
    resize: (then) => {
      onResized = then;
      width = 3 - width;
      element.style.width = `${width}px`;
    },
  };
  return probe;
}
