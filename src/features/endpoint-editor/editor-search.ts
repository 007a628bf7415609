/** Steps of the wizard in order; the name is what the URL says. */
export const stepIds = ["basics", "authentication", "trust", "review"] as const;
export type StepId = (typeof stepIds)[number];

/** Search parameters of `/endpoints/new`. */
export interface EditorSearch {
  /** ARM id of the instance to start with. */
  instance?: string;
  step?: StepId;
  /** ARM id of the registry endpoint to duplicate. */
  from?: string;
  /** ARM id of the registry endpoint whose creation is to be continued. */
  resume?: string;
}

/** Keeps what the wizard understands and drops the rest, so that any URL opens a usable page. */
export function validateEditorSearch(search: Record<string, unknown>): EditorSearch {
  const step = stepIds.find((id) => id === search.step);
  const instance = armId(search.instance);
  const from = armId(search.from);
  const resume = armId(search.resume);
  return {
    ...(instance === undefined ? {} : { instance }),
    ...(step === undefined ? {} : { step }),
    ...(from === undefined ? {} : { from }),
    ...(resume === undefined ? {} : { resume }),
  };
}

function armId(value: unknown): string | undefined {
  return typeof value === "string" && value.startsWith("/subscriptions/") ? value : undefined;
}
