/** A step of ordered work as far as news of it go. */
interface Step {
  id: string;
  title: string;
  status: string;
}

/**
 * What there is to tell of ordered work since `before`: the steps that have come to run or are done, in
 * words; a failure is told by itself. Of a list that is new, only what runs, since the rest is there to
 * be read. Empty if nothing.
 */
export function stepNews(before: readonly Step[] | undefined, steps: readonly Step[]): string {
  return steps
    .filter(({ id, status }) => {
      const earlier = before?.find((step) => step.id === id)?.status;
      return earlier === undefined ? status === "running" : status !== earlier;
    })
    .filter(({ status }) => status === "running" || status === "done")
    .map(({ title, status }) => `${title}: ${status}`)
    .join(". ");
}
