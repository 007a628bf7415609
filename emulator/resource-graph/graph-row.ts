import type { StoredResource } from "../store";
import type { GraphRow, TableName } from "./schema";

/** Types that Azure lists under `resources` (documentation, "Supported tables and types"), as far as they exist here. */
const RESOURCES = new Set([
  "microsoft.iotoperations/instances",
  "microsoft.iotoperations/instances/registryendpoints",
  "microsoft.iotoperations/instances/dataflowprofiles/dataflowgraphs",
  "microsoft.iotoperations/instances/akriconnectortemplates",
  "microsoft.containerregistry/registries",
  "microsoft.keyvault/vaults",
  "microsoft.managedidentity/userassignedidentities",
  "microsoft.extendedlocation/customlocations",
  "microsoft.kubernetes/connectedclusters",
  "microsoft.secretsynccontroller/azurekeyvaultsecretproviderclasses",
  "microsoft.secretsynccontroller/secretsyncs",
]);

const SPECIAL: Record<string, readonly TableName[]> = {
  "microsoft.resources/subscriptions": ["resourcecontainers"],
  "microsoft.resources/subscriptions/resourcegroups": ["resourcecontainers"],
  "microsoft.extendedlocation/customlocations": ["resources", "extendedlocationresources"],
  "microsoft.kubernetesconfiguration/extensions": ["kubernetesconfigurationresources"],
  "microsoft.authorization/roleassignments": ["authorizationresources"],
  "microsoft.authorization/roledefinitions": ["authorizationresources"],
};

/** Resource Manager's name of a type, and the one that Resource Graph has it under. */
const RENAMED: Record<string, string> = {
  "microsoft.resources/resourcegroups": "microsoft.resources/subscriptions/resourcegroups",
};

/** The type of a row: lower case. */
function graphType(type: string): string {
  const key = type.toLowerCase();
  return RENAMED[key] ?? key;
}

/** The tables that rows of a type are in; none for what Azure does not index, such as Key Vault secrets. */
export function tablesOf(type: string): readonly TableName[] {
  const key = graphType(type);
  return SPECIAL[key] ?? (RESOURCES.has(key) ? ["resources"] : []);
}

/** A resource as a row: type and resource group in lower case, missing text empty, as Azure answers. */
export function graphRow(resource: StoredResource, tenantId: string): GraphRow {
  const type = graphType(resource.type);
  const [, , subscriptionId = "", , resourceGroup = ""] = resource.id.split("/");
  const isInGroup = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/i.test(resource.id);
  const isSubscription = type === "microsoft.resources/subscriptions";
  const { properties } = resource;
  return {
    id: resource.id,
    name: isSubscription ? textOf(properties.displayName, resource.name) : resource.name,
    type,
    tenantId,
    kind: resource.kind ?? "",
    location: resource.location ?? "",
    resourceGroup: isInGroup ? resourceGroup.toLowerCase() : "",
    subscriptionId: /^\/subscriptions\//i.test(resource.id) ? subscriptionId : "",
    managedBy: "",
    sku: resource.sku ?? null,
    plan: null,
    properties: isExtension(type) ? withPascalCase(properties) : properties,
    tags: resource.tags ?? null,
    identity: resource.identity ?? null,
    zones: null,
    extendedLocation: resource.extendedLocation ?? null,
    systemData: resource.systemData ?? null,
  };
}

function isExtension(type: string): boolean {
  return type === "microsoft.kubernetesconfiguration/extensions";
}

/** Arc extensions have `properties.ExtensionType` in Resource Graph (Azure CLI, connected_cluster.py). */
function withPascalCase(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name.slice(0, 1).toUpperCase() + name.slice(1),
      value,
    ]),
  );
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
