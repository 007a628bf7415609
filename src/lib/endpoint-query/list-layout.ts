import { textsOf } from "./endpoint-query";
import { endpointFields, fieldIds, type FieldId } from "./fields";
import { compareText } from "./fold";

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** What rows can be put together by. */
export const groupFieldIds = ["instance", "host", "authentication", "subscription"] as const;
export type GroupFieldId = (typeof groupFieldIds)[number];

/** How the rows of the list are laid out; which they are is the query's. */
export interface ListLayout {
  /** Those shown, in order: the pinned ones first, and always the name. */
  columns: readonly FieldId[];
  /** Those of the columns that stay in view where the table scrolls sideways. */
  pinned: readonly FieldId[];
  /** Pixels, of the columns that a person gave a width. */
  widths: Readonly<Partial<Record<FieldId, number>>>;
  /** Undefined: not at all. */
  groupBy: GroupFieldId | undefined;
  /** True if of every group the head alone is shown, but for the exceptions. */
  areGroupsClosed: boolean;
  /** Ids of the groups that are open where the others are closed, or the other way round. */
  groupExceptions: readonly string[];
  density: Density;
}

/** A layout as the URL has it: what is as it is without any parameter is absent. */
export interface LayoutParameters {
  /** Fields with commas between. */
  columns?: string;
  /** Fields with commas between, or `none`. */
  pinned?: string;
  /** `field:pixels` with commas between. */
  widths?: string;
  groupBy?: GroupFieldId;
  /** Ids of groups, or `all`. */
  collapsed?: string[] | typeof ALL;
  /** Ids of those that are not, where `collapsed` is `all`. */
  expanded?: string[];
  density?: Density;
}

/** Pixels that a column is wide at least and at most, however it is drawn. */
export const COLUMN_WIDTHS = { min: 56, max: 900 } as const;

/** Of the ids of groups in a link, before they are encoded. */
const GROUP_CHARACTERS_AT_MOST = 1_500;

const ALL = "all";

/** Stands in the URL for an empty list where an absent one means another. */
const NONE = "none";

/** The list as it is without any parameter. */
export const defaultLayout: ListLayout = {
  columns: [
    "name",
    "host",
    "authentication",
    "instance",
    "site",
    "resourceGroup",
    "subscription",
    "provisioningState",
  ],
  pinned: ["name"],
  widths: {},
  groupBy: undefined,
  areGroupsClosed: false,
  groupExceptions: [],
  density: "comfortable",
};

/** Reads a layout from whatever a URL has; what is not understood is as it is by default. */
export function layoutFromParameters(parameters: Readonly<Record<string, unknown>>): ListLayout {
  const areGroupsClosed = parameters.collapsed === ALL;
  const columns = idsFrom(parameters.columns);
  const { pinned } = parameters;
  return consistent({
    columns: columns.length === 0 ? defaultLayout.columns : columns,
    pinned: typeof pinned === "string" && pinned !== "" ? idsFrom(pinned) : defaultLayout.pinned,
    widths: Object.fromEntries(partsOf(parameters.widths).flatMap(widthFrom)),
    groupBy: groupFieldIds.find((id) => id === parameters.groupBy),
    areGroupsClosed,
    groupExceptions: textsOf(areGroupsClosed ? parameters.expanded : parameters.collapsed),
    density: densities.find((one) => one === parameters.density) ?? defaultLayout.density,
  });
}

/** Writes a layout for a URL; reading it again gives the same one. */
export function layoutToParameters(layout: ListLayout): LayoutParameters {
  const { columns, pinned, widths, groupBy, areGroupsClosed, groupExceptions, density } =
    consistent(layout);
  const widthTexts = columns.flatMap((id) =>
    widths[id] === undefined ? [] : [`${id}:${widths[id]}`],
  );
  return {
    ...(isSameList(columns, defaultLayout.columns) ? {} : { columns: columns.join() }),
    ...(isSameList(pinned, defaultLayout.pinned) ? {} : { pinned: pinned.join() || NONE }),
    ...(widthTexts.length === 0 ? {} : { widths: widthTexts.join() }),
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(areGroupsClosed ? { collapsed: ALL } : {}),
    ...(groupExceptions.length === 0
      ? {}
      : { [areGroupsClosed ? "expanded" : "collapsed"]: [...groupExceptions] }),
    ...(density === defaultLayout.density ? {} : { density }),
  };
}

/** True if the columns are those that the list has by default, in whatever order. */
export function hasDefaultColumns({ columns }: ListLayout): boolean {
  return (
    columns.length === defaultLayout.columns.length &&
    defaultLayout.columns.every((id) => columns.includes(id))
  );
}

/** The layout with these columns, pinned ones first and the name among them. */
export function withColumns(layout: ListLayout, columns: readonly FieldId[]): ListLayout {
  return consistent({ ...layout, columns });
}

/** The layout with a column at its end, or without it. The name always stays. */
export function withColumn(layout: ListLayout, id: FieldId, isShown: boolean): ListLayout {
  const others = layout.columns.filter((one) => one !== id);
  return consistent({ ...layout, columns: isShown ? [...others, id] : others });
}

/**
 * The layout with a column at another place, counted without the column itself. Pinned columns stay
 * before the others.
 */
export function withMovedColumn(layout: ListLayout, id: FieldId, toIndex: number): ListLayout {
  if (!layout.columns.includes(id)) return layout;
  const columns = layout.columns.filter((one) => one !== id);
  columns.splice(Math.max(toIndex, 0), 0, id);
  return consistent({ ...layout, columns });
}

/** The layout with a column as the last pinned one, or as the first of the others. */
export function withPinned(layout: ListLayout, id: FieldId, isPinned: boolean): ListLayout {
  const others = layout.pinned.filter((one) => one !== id);
  return consistent({
    ...layout,
    // First of all, so that it comes behind those that stay pinned and before the rest.
    columns: isPinned
      ? [...layout.pinned, ...layout.columns]
      : [id, ...layout.columns.filter((one) => one !== id)],
    pinned: isPinned ? [...others, id] : others,
  });
}

/** The layout with a column of so many pixels. */
export function withWidth(layout: ListLayout, id: FieldId, width: number): ListLayout {
  return consistent({ ...layout, widths: { ...layout.widths, [id]: width } });
}

/** The layout with rows put together by something else, or by nothing; every group is open. */
export function withGroupBy(layout: ListLayout, groupBy: GroupFieldId | undefined): ListLayout {
  return withAllGroups({ ...layout, groupBy }, false);
}

/** The layout with every group closed, or open. */
export function withAllGroups(layout: ListLayout, areClosed: boolean): ListLayout {
  return consistent({ ...layout, areGroupsClosed: areClosed, groupExceptions: [] });
}

/** The layout with a group closed, or open. */
export function withGroupClosed(layout: ListLayout, id: string, isClosed: boolean): ListLayout {
  const others = layout.groupExceptions.filter((one) => one !== id);
  const isException = isClosed !== layout.areGroupsClosed;
  return consistent({ ...layout, groupExceptions: isException ? [...others, id] : others });
}

/** True if a link can hold which groups differ from the others: ids are long, and servers refuse long addresses. */
export function fitsIntoLink({ groupExceptions }: ListLayout): boolean {
  return groupExceptions.join().length <= GROUP_CHARACTERS_AT_MOST;
}

/** True if of a group the head alone is shown. */
export function isGroupClosed(
  { areGroupsClosed, groupExceptions }: Pick<ListLayout, "areGroupsClosed" | "groupExceptions">,
  id: string,
): boolean {
  return areGroupsClosed !== groupExceptions.includes(id);
}

/** The field of an id, if it is one. */
export function fieldIdOf(text: string): FieldId | undefined {
  return fieldIds.find((id) => id === text);
}

/** Every field that can be a column, by its label. */
export const columnChoices: readonly FieldId[] = [...fieldIds].sort((a, b) =>
  endpointFields[a].label < endpointFields[b].label ? -1 : 1,
);

/** What holds of every layout, whoever made it. */
function consistent(layout: ListLayout): ListLayout {
  const wanted = [...new Set(layout.columns)];
  const columns: readonly FieldId[] = wanted.includes("name") ? wanted : ["name", ...wanted];
  const pinned = columns.filter((id) => layout.pinned.includes(id));
  const isGrouped = layout.groupBy !== undefined;
  return {
    ...layout,
    areGroupsClosed: isGrouped && layout.areGroupsClosed,
    // In order, so that the same groups make the same link however they were clicked together.
    groupExceptions: isGrouped ? [...new Set(layout.groupExceptions)].sort(compareText) : [],
    columns: [...pinned, ...columns.filter((id) => !pinned.includes(id))],
    pinned,
    widths: Object.fromEntries(
      columns.flatMap((id) => {
        const width = layout.widths[id];
        return width === undefined ? [] : [[id, withinBounds(width)]];
      }),
    ),
  };
}

function withinBounds(width: number): number {
  return Math.round(Math.min(Math.max(width, COLUMN_WIDTHS.min), COLUMN_WIDTHS.max));
}

function widthFrom(part: string): [FieldId, number][] {
  const [, name = "", pixels] = /^([a-zA-Z]+):(\d{1,6})$/.exec(part) ?? [];
  const id = fieldIdOf(name);
  return id === undefined ? [] : [[id, Number(pixels)]];
}

function idsFrom(value: unknown): FieldId[] {
  return partsOf(value).flatMap((part) => fieldIdOf(part) ?? []);
}

function partsOf(value: unknown): string[] {
  return typeof value === "string" ? value.split(",") : [];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
