/** A page that nobody sees paints nothing: it goes on all the same, after so long. */
const UNSEEN_MS = 1_000;

/** Calls once, as soon as what is drawn now has been painted; returns what takes that back. */
export function afterPaint(callback: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    callback();
  }, UNSEEN_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
