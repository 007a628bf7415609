/** How far Azure is, in the words of a step: `In progress, 40 %`. */
export function progressText(progress: { state: string; percentComplete?: number }): string {
  const { state, percentComplete } = progress;
  return percentComplete === undefined ? inWords(state) : `${inWords(state)}, ${percentComplete} %`;
}

/** `InProgress` as people write it: Azure's states are one word in Pascal case. */
function inWords(state: string): string {
  return state.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
