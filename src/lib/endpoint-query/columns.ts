import { authenticationLabels } from "../authentication-labels";
import { foldCase, TEXT_BORDER } from "./fold";
import { registryGroupLabels, registryGroupOf } from "./registry-group";
import { versionOrder } from "./version-order";

/** What a registry endpoint is found, filtered and sorted by; the rows of the list have more. */
export interface EndpointQueryRow {
  /** ARM id. */
  id: string;
  name: string;
  host: string;
  /** Azure's name of the method. */
  authentication: string;
  provisioningState: string;
  /** ARM id, in the spelling of the instance where it is known. */
  instanceId: string;
  instanceName: string;
  instanceVersion?: string;
  site: string;
  /** The instance's. */
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  subscriptionName: string;
  /** The instance's. */
  tags?: Readonly<Record<string, string>> | null;
}

/** Whether an endpoint is used, by its id in lower case; one that is absent has not been looked at. */
export type EndpointUsage = ReadonlyMap<string, boolean>;

/** One text of each row, from which an index is made. */
export interface Column {
  read: (row: EndpointQueryRow, usage: EndpointUsage) => string;
  /** What is compared; `foldCase` unless said. */
  derive?: (text: string) => string;
}

const plain = {
  name: { read: (row) => row.name },
  host: { read: (row) => row.host },
  registry: { read: (row) => row.host, derive: registryGroupOf },
  registryLabel: {
    read: (row) => row.host,
    derive: (host) => foldCase(registryGroupLabels[registryGroupOf(host)]),
  },
  method: { read: (row) => row.authentication },
  methodLabel: {
    read: (row) => row.authentication,
    derive: (method) => foldCase(authenticationText(method)),
  },
  provisioningState: { read: (row) => row.provisioningState },
  instanceId: { read: (row) => row.instanceId },
  instanceName: { read: (row) => row.instanceName },
  version: { read: (row) => row.instanceVersion ?? "" },
  versionOrder: { read: (row) => row.instanceVersion ?? "", derive: versionOrder },
  site: { read: (row) => row.site },
  location: { read: (row) => row.location },
  resourceGroup: { read: (row) => row.resourceGroup },
  subscriptionId: { read: (row) => row.subscriptionId },
  subscriptionName: { read: (row) => row.subscriptionName },
  tags: { read: (row) => tagsText(row.tags) },
  usage: { read: (row, usage) => usageOf(row, usage) },
} satisfies Record<string, Column>;

const sources = {
  ...plain,
  /** What a word may stand in of what is the instance's, in one text: `instanceWordColumns`. */
  instanceWords: { read: (row) => instanceWords(row) },
} satisfies Record<string, Column>;

/** A text that a search, filter or sort asks for; Resource Graph has an expression for each but `usage`. */
export type ColumnId = keyof typeof plain;
/** The columns that an index has. */
export type IndexColumnId = keyof typeof sources;

/** Every column, and how it is made from a row. */
export const columns: Readonly<Record<IndexColumnId, Column>> = sources;

/** The portal's label of a method, Azure's own name of one that is not known yet, nothing for none. */
export function authenticationText(method: string): string {
  // Methods are Azure's own spelling, but no rule of ours should hang on their case.
  return method === "" ? "" : (labelOfMethod.get(foldCase(method)) ?? method);
}

const labelOfMethod = new Map(
  authenticationLabels.map(({ method, label }) => [foldCase(method), label]),
);

/** `used`, `unused`, or nothing for an endpoint that has not been looked at. */
export function usageOf({ id }: EndpointQueryRow, usage: EndpointUsage): string {
  const isUsed = usage.size === 0 ? undefined : usage.get(foldCase(id));
  return isUsed === undefined ? "" : isUsed ? "used" : "unused";
}

/** Tags as `name=value`, in the order in which they are kept. */
export function tagTexts(tags: EndpointQueryRow["tags"]): string[] {
  return Object.entries(tags ?? {}).map(([name, value]) => `${name}=${value}`);
}

/** The columns whose texts `instanceWords` has in one, so that a word is looked for once. */
export const instanceWordColumns = [
  "instanceName",
  "site",
  "resourceGroup",
  "subscriptionName",
  "subscriptionId",
  "tags",
] as const satisfies readonly ColumnId[];

const last = { texts: instanceWordColumns.map(() => ""), joined: "" };

/** Rows of one instance come together: mostly the text is that of the row before. */
function instanceWords(row: EndpointQueryRow): string {
  const isOther = instanceWordColumns.some((id, at) => plain[id].read(row) !== last.texts[at]);
  if (isOther) {
    last.texts = instanceWordColumns.map((id) => plain[id].read(row));
    last.joined = last.texts.join(TEXT_BORDER);
  }
  return last.joined;
}

/** Rows of one instance share its tags: their text is made once. */
const textOfTags = new WeakMap<object, string>();

function tagsText(tags: EndpointQueryRow["tags"]): string {
  if (!tags) return "";
  let text = textOfTags.get(tags);
  if (text === undefined) textOfTags.set(tags, (text = tagTexts(tags).join(TEXT_BORDER)));
  return text;
}
