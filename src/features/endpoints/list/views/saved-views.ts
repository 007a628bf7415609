import { foldCase } from "../../../../lib/endpoint-query/fold";
import {
  ALL_SUBSCRIPTIONS,
  PLAIN_VIEW,
  validateEndpointsSearch,
  type EndpointsSearch,
} from "../../endpoints-search";

/** The longest name of a view, in characters. */
export const NAME_LENGTH = 80;

/** A way of looking at the list that a person gave a name. */
export interface SavedView {
  /** No other view of the person has it, in any case. */
  name: string;
  /** The list's search parameters, without those that are not about the view. */
  search: EndpointsSearch;
}

/** A person's views by name, and the one that the list opens with. */
export interface SavedViews {
  views: readonly SavedView[];
  defaultName?: string;
}

export const noViews: SavedViews = { views: [] };

/** Reads what was kept; a view that cannot be read any more, for whatever reason, is left out. */
export function readViews(kept: string | undefined): SavedViews {
  const { views, defaultName } = membersOf(parsed(kept ?? ""));
  if (!Array.isArray(views)) return noViews;
  const readable = views.reduce<SavedViews>((before, one) => {
    const view = viewFrom(one);
    const isUsable = view !== undefined && nameProblem(before, view.name) === undefined;
    return isUsable ? withView(before, view) : before;
  }, noViews);
  return typeof defaultName === "string" ? withDefault(readable, defaultName) : readable;
}

/** A view from what a file or the storage has, if that is one. */
export function viewFrom(value: unknown): SavedView | undefined {
  const { name, search } = membersOf(value);
  if (typeof name !== "string" || typeof search !== "object" || search === null) return undefined;
  return { name: name.trim(), search: viewSearch(validateEndpointsSearch({ ...search })) };
}

/** What a view keeps of an address: subscriptions too where there is no filter by them, or other defaults would apply. */
export function viewSearch(search: EndpointsSearch): EndpointsSearch {
  const { resume, view, ...kept } = search;
  void [resume, view];
  return { ...kept, subscription: kept.subscription ?? [ALL_SUBSCRIPTIONS] };
}

/** True if two addresses show the list in the same way. */
export function looksTheSame(one: EndpointsSearch, other: EndpointsSearch): boolean {
  return keyOf(one) === keyOf(other);
}

/** The view of a name, in any case. */
export function viewNamed({ views }: SavedViews, name: string | undefined): SavedView | undefined {
  if (name === undefined) return undefined;
  return views.find((view) => foldCase(view.name) === foldCase(name));
}

/** The view that an address shows: the one that it names, changed or not, or one that looks like it. */
export function shownView(
  saved: SavedViews,
  search: EndpointsSearch,
): { view: SavedView; isChanged: boolean } | undefined {
  const named = viewNamed(saved, search.view);
  const view = named ?? saved.views.find((one) => looksTheSame(one.search, search));
  return view && { view, isChanged: !looksTheSame(view.search, search) };
}

/** Why a view cannot have this name, which nobody else's view may have but `own`. */
export function nameProblem(saved: SavedViews, name: string, own?: string): string | undefined {
  const wanted = name.trim();
  if (wanted === "") return "Enter a name.";
  if (wanted.length > NAME_LENGTH) return `Enter at most ${NAME_LENGTH} characters.`;
  const isOwn = own !== undefined && foldCase(own) === foldCase(wanted);
  const isTaken = foldCase(wanted) === PLAIN_VIEW || viewNamed(saved, wanted) !== undefined;
  return isTaken && !isOwn ? `There is a view named ${wanted} already.` : undefined;
}

/** The name itself, or with the first number behind it that makes it nobody else's. */
export function freeName(saved: SavedViews, name: string): string {
  const wanted = name.trim().slice(0, NAME_LENGTH);
  let free = wanted;
  for (let number = 2; nameProblem(saved, free) !== undefined; number++) {
    const end = ` (${number})`;
    free = wanted.slice(0, NAME_LENGTH - end.length) + end;
  }
  return free;
}

/** With a view in its place by name, instead of the one that has its name. */
export function withView(saved: SavedViews, view: SavedView): SavedViews {
  const known = viewNamed(saved, view.name);
  const others = saved.views.filter((one) => one !== known);
  const views = [...others, view].sort((a, b) => (foldCase(a.name) < foldCase(b.name) ? -1 : 1));
  return { ...saved, views };
}

/** Without the view of a name; without a default if it was that. */
export function withoutView(saved: SavedViews, name: string): SavedViews {
  const gone = viewNamed(saved, name);
  const left = { ...saved, views: saved.views.filter((view) => view !== gone) };
  return gone !== undefined && defaultView(saved) === gone ? withDefault(left, undefined) : left;
}

/** With another name for a view, which stays the default if it was. */
export function withRenamed(saved: SavedViews, name: string, next: string): SavedViews {
  const view = viewNamed(saved, name);
  if (view === undefined) return saved;
  const isDefault = defaultView(saved) === view;
  const renamed = withView(withoutView(saved, name), { ...view, name: next.trim() });
  return isDefault ? withDefault(renamed, next.trim()) : renamed;
}

/** With the view of a name as the one that the list opens with, or none. */
export function withDefault(saved: SavedViews, name: string | undefined): SavedViews {
  return name === undefined ? { views: saved.views } : { ...saved, defaultName: name };
}

/** The view that the list opens with. */
export function defaultView(saved: SavedViews): SavedView | undefined {
  return viewNamed(saved, saved.defaultName);
}

/**
 * What an address shows: one that says nothing of how to look at the list opens the default view. An
 * address that says anything is followed.
 */
export function openedSearch(saved: SavedViews, search: EndpointsSearch): EndpointsSearch {
  const { resume, ...said } = search;
  const opened = Object.keys(said).length === 0 ? defaultView(saved) : undefined;
  if (opened === undefined) return search;
  return { ...opened.search, view: opened.name, ...(resume === undefined ? {} : { resume }) };
}

/** An address as it is written, so that reading it does not open the default view in its place. */
export function explicitSearch(saved: SavedViews, search: EndpointsSearch): EndpointsSearch {
  return openedSearch(saved, search) === search ? search : { ...search, view: PLAIN_VIEW };
}

function keyOf(search: EndpointsSearch): string {
  const { subscription, ...rest } = viewSearch(validateEndpointsSearch({ ...search }));
  const ids = subscription?.map((id) => id.toLowerCase()).sort();
  return JSON.stringify([ids, rest]);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
