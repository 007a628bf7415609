import {
  authenticationText,
  instanceWordColumns,
  tagTexts,
  usageOf,
  type ColumnId,
  type EndpointQueryRow,
  type EndpointUsage,
  type IndexColumnId,
} from "./columns";
import { foldCase } from "./fold";
import { registryGroupLabels, registryGroupOf } from "./registry-group";

export const fieldIds = [
  "name",
  "host",
  "authentication",
  "registry",
  "instance",
  "site",
  "version",
  "subscription",
  "resourceGroup",
  "location",
  "provisioningState",
  "usage",
  "tags",
] as const;
export type FieldId = (typeof fieldIds)[number];

/** Something that is known of an endpoint, and what a person can do with it. */
export interface EndpointField {
  label: string;
  /** What is shown and exported; several texts for a field that has several. */
  value: (row: EndpointQueryRow, usage: EndpointUsage) => string | readonly string[];
  /** Where `field:text` is looked for: any of them. */
  searched: readonly ColumnId[];
  /** Whether words without a field are looked for in it. */
  isWordField?: true;
  facet?: Facet;
  /** What it sorts by, in lower case and by code unit; absent where it does not sort. */
  sorted?: ColumnId;
}

/** How a field is filtered by its values. */
export interface Facet {
  /** What tells its values apart, in any case. */
  column: ColumnId;
  /** The name of a row's value. */
  label: (row: EndpointQueryRow, usage: EndpointUsage) => string;
  /** The name of a value, also where no row has it. */
  valueLabel?: (value: string) => string | undefined;
  /** All values that it can have, where they are fixed. */
  values?: readonly string[];
  /** What tells values of the same name apart. */
  detail?: (row: EndpointQueryRow) => string;
  /** The name as a column, where it is another than what tells values apart. */
  labelColumn?: ColumnId;
  /** True where a tenant may have many hundreds of values. */
  isLong?: true;
}

const usageLabels: Readonly<Record<string, string>> = { used: "Used", unused: "Not used" };

const textIn = (texts: Readonly<Record<string, string>>) => (value: string) =>
  texts[foldCase(value)];

const authentication = (row: EndpointQueryRow) => authenticationText(row.authentication);
const registry = (row: EndpointQueryRow) => registryGroupLabels[registryGroupOf(row.host)];
const version = (row: EndpointQueryRow) => row.instanceVersion ?? "";
const usage = (row: EndpointQueryRow, known: EndpointUsage) =>
  usageLabels[usageOf(row, known)] ?? "";

/** A field of one text that is searched, filtered and sorted by as it is shown. */
function plainField(
  label: string,
  column: ColumnId,
  value: (row: EndpointQueryRow) => string,
  { isWordField, isLong }: { isWordField?: true; isLong?: true } = {},
): EndpointField {
  return {
    label,
    value,
    searched: [column],
    sorted: column,
    facet: { column, label: value, ...(isLong ? { isLong } : {}) },
    ...(isWordField ? { isWordField } : {}),
  };
}

const inWordsAndLong = { isWordField: true, isLong: true } as const;

/** Every field by its id: the one list that search, filters, sort, columns and exports follow. */
export const endpointFields: Readonly<Record<FieldId, EndpointField>> = {
  name: {
    label: "Name",
    value: (row) => row.name,
    searched: ["name"],
    isWordField: true,
    sorted: "name",
  },
  host: plainField("Host", "host", (row) => row.host, inWordsAndLong),
  authentication: {
    label: "Authentication",
    value: authentication,
    searched: ["methodLabel", "method"],
    facet: {
      column: "method",
      labelColumn: "methodLabel",
      label: authentication,
      valueLabel: authenticationText,
    },
    sorted: "methodLabel",
  },
  registry: {
    label: "Registry kind",
    value: registry,
    searched: ["registryLabel", "registry"],
    facet: {
      column: "registry",
      labelColumn: "registryLabel",
      label: registry,
      valueLabel: textIn(registryGroupLabels),
    },
    sorted: "registryLabel",
  },
  instance: {
    label: "Instance",
    value: (row) => row.instanceName,
    searched: ["instanceName"],
    isWordField: true,
    facet: {
      column: "instanceId",
      labelColumn: "instanceName",
      label: (row) => row.instanceName,
      detail: (row) => `${row.resourceGroup}, ${row.subscriptionName}`,
      isLong: true,
    },
    sorted: "instanceName",
  },
  site: plainField("Site", "site", (row) => row.site, inWordsAndLong),
  version: {
    label: "AIO version",
    value: version,
    searched: ["version"],
    facet: { column: "version", label: version },
    sorted: "versionOrder",
  },
  subscription: {
    label: "Subscription",
    value: (row) => row.subscriptionName,
    searched: ["subscriptionName", "subscriptionId"],
    isWordField: true,
    facet: {
      column: "subscriptionId",
      labelColumn: "subscriptionName",
      label: (row) => row.subscriptionName,
      detail: (row) => row.subscriptionId,
    },
    sorted: "subscriptionName",
  },
  resourceGroup: plainField(
    "Resource group",
    "resourceGroup",
    (row) => row.resourceGroup,
    inWordsAndLong,
  ),
  location: plainField("Location", "location", (row) => row.location),
  provisioningState: plainField(
    "Provisioning state",
    "provisioningState",
    (row) => row.provisioningState,
  ),
  usage: {
    label: "Usage",
    value: usage,
    searched: ["usage"],
    facet: {
      column: "usage",
      label: usage,
      valueLabel: textIn(usageLabels),
      values: Object.keys(usageLabels),
    },
  },
  tags: {
    label: "Tags",
    value: (row) => tagTexts(row.tags),
    searched: ["tags"],
    isWordField: true,
  },
};

export type FacetId = Exclude<FieldId, "name" | "tags">;
export type SortFieldId = Exclude<FieldId, "usage" | "tags">;

export const facetIds = fieldIds.filter((id): id is FacetId => id !== "name" && id !== "tags");
export const sortFieldIds = fieldIds.filter(
  (id): id is SortFieldId => id !== "usage" && id !== "tags",
);

/** Where words without a field are looked for. */
export const wordFieldIds = fieldIds.filter((id) => endpointFields[id].isWordField);

/** The same: any of these columns. */
export const wordColumns: readonly ColumnId[] = wordFieldIds.flatMap(
  (id) => endpointFields[id].searched,
);

/** The same again, in as few columns as an index needs: it has the texts of an instance in one. */
export const indexedWordColumns: readonly IndexColumnId[] = [
  ...wordColumns.filter((id) => !instanceWordColumns.some((one) => one === id)),
  "instanceWords",
];

/** Every column that a query may read, those that the first letter of a search needs first. */
export const queryColumns: readonly IndexColumnId[] = [
  ...new Set([
    ...indexedWordColumns,
    ...fieldIds.flatMap((id) => {
      const { facet, sorted } = endpointFields[id];
      return [facet?.column, sorted].filter((column) => column !== undefined);
    }),
  ]),
];

/** The facet of a field that has one by its type. */
export function facetOf(id: FacetId): Facet {
  const { facet } = endpointFields[id];
  if (facet === undefined) throw new RangeError(`The field '${id}' is no facet.`);
  return facet;
}

/** The column of a field that sorts by its type. */
export function sortColumnOf(id: SortFieldId): ColumnId {
  const { sorted } = endpointFields[id];
  if (sorted === undefined) throw new RangeError(`The field '${id}' does not sort.`);
  return sorted;
}
