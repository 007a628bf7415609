/** Names as in the library's `ScalarTypes`. */
type ColumnType = "String" | "Dynamic" | "DateTime" | "Long";

/** Columns that every table of Resource Graph has (documentation, "Understanding the query language"). */
const common = {
  id: "String",
  name: "String",
  type: "String",
  tenantId: "String",
  kind: "String",
  location: "String",
  resourceGroup: "String",
  subscriptionId: "String",
  managedBy: "String",
  sku: "Dynamic",
  plan: "Dynamic",
  properties: "Dynamic",
  tags: "Dynamic",
  identity: "Dynamic",
  zones: "Dynamic",
  extendedLocation: "Dynamic",
  systemData: "Dynamic",
} as const satisfies Record<string, ColumnType>;

/** The tables that the local Azure has, with their columns. */
export const tables = {
  resources: common,
  resourcecontainers: common,
  kubernetesconfigurationresources: common,
  extendedlocationresources: common,
  authorizationresources: common,
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof tables;

/** One row: a value for every column. */
export type GraphRow = Record<string, unknown>;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
