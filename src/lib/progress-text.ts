/** How far Azure is, in the words of a step: `Provisioning, 40 %`. */
export function progressText(progress: { state: string; percentComplete?: number }): string {
  const { state, percentComplete } = progress;
  return percentComplete === undefined ? state : `${state}, ${percentComplete} %`;
}
