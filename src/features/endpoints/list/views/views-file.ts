import * as z from "zod/mini";
import {
  defaultView,
  freeName,
  looksTheSame,
  viewFrom,
  viewNamed,
  withDefault,
  withView,
  type SavedView,
  type SavedViews,
} from "./saved-views";

/** Says of a file what it is. */
const FORMAT = "registry-endpoint-views";
const VERSION = 1;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  views: z.array(z.unknown()),
  defaultName: z.optional(z.string()),
});

/** A person's views as the text of a file. */
export function viewsFile(saved: SavedViews): string {
  const { views } = saved;
  const defaultName = defaultView(saved)?.name;
  const file = { format: FORMAT, version: VERSION, defaultName, views };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** What a file has, or why it cannot be read: all of it, or nothing is imported. */
export type ViewsFile = { views: SavedView[]; defaultName?: string } | { problem: string };

/** Reads the text of a file that somebody chose. */
export function readViewsFile(text: string): ViewsFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: "The file is not JSON." };
  }
  const { data } = z.safeParse(fileSchema, content);
  if (data === undefined) return { problem: "The file does not hold views of this list." };
  if (data.version !== VERSION) {
    return {
      problem: `The file is of version ${data.version}; this portal reads version ${VERSION}.`,
    };
  }
  const views: SavedView[] = [];
  for (const [at, one] of data.views.entries()) {
    const view = viewFrom(one);
    if (view === undefined)
      return { problem: `View ${at + 1} of the file has no name or no search.` };
    if (view.name === "") return { problem: `View ${at + 1} of the file has an empty name.` };
    views.push(view);
  }
  if (views.length === 0) return { problem: "The file has no views." };
  const { defaultName } = data;
  return { views, ...(defaultName === undefined ? {} : { defaultName }) };
}

/**
 * A person's views with those of a file. What is there stays as it is: a view of the same name comes under
 * another, unless it is the same view. The file's default becomes theirs where they have none.
 */
export function withViewsOfFile(
  saved: SavedViews,
  { views, defaultName }: { views: readonly SavedView[]; defaultName?: string },
): { saved: SavedViews; added: number } {
  let after = saved;
  let newDefault: string | undefined;
  for (const view of views) {
    const known = viewNamed(after, view.name);
    const isKnown = known !== undefined && looksTheSame(known.search, view.search);
    const name = isKnown ? known.name : freeName(after, view.name);
    if (!isKnown) after = withView(after, { ...view, name });
    if (view.name === defaultName) newDefault ??= name;
  }
  const added = after.views.length - saved.views.length;
  const isMissing = defaultView(saved) === undefined && newDefault !== undefined;
  return { saved: isMissing ? withDefault(after, newDefault) : after, added };
}
