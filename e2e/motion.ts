/** In the page, before its own scripts: keeps what moves for longer than a millisecond, frame by frame. */
export function recordMovements(): void {
  const movements = new Set<string>();
  // The ring that says that something runs, and the unseen clock by which a notification goes away.
  const MAY_RUN = ".fui-Spinner *, .fui-ToastContainer *";
  const look = () => {
    for (const { effect } of document.getAnimations()) {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      const milliseconds = Number(effect?.getComputedTiming().activeDuration);
      if (milliseconds > 1 && !target?.matches(MAY_RUN)) {
        movements.add(`${milliseconds} ms: ${target?.className}`);
      }
    }
    requestAnimationFrame(look);
  };
  look();
  Object.assign(window, { movements });
}

/** In the page: what was kept. */
export function recordedMovements(): string[] {
  return [...(window as unknown as { movements: Set<string> }).movements];
}
