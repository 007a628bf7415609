import {
  endpointNameOf,
  EXPORT_API_VERSION,
  exportedProperties,
  REGISTRY_ENDPOINTS_TYPE,
  type ExportSource,
} from "./export-source";

/**
 * A deployment template (schema 2019-04-01) with the endpoint as its only resource, for
 * `az deployment group create` on the instance's resource group.
 */
export function armTemplate(source: ExportSource): string {
  const { instanceName, customLocationId } = source;
  const document = {
    extendedLocation: { name: customLocationId, type: "CustomLocation" },
    properties: exportedProperties(source),
  };
  return textOf([resourceOf({ instanceName, name: endpointNameOf(source), document })]);
}

/** An endpoint with the body that a PUT of it has. */
export interface EndpointToDeploy {
  name: string;
  instanceName: string;
  resourceGroup: string;
  subscriptionId: string;
  document: object;
}

/** A template has at most so many resources (Azure Resource Manager, template limits). */
const RESOURCES_AT_MOST = 800;
const DEPLOYMENTS_API_VERSION = "2021-04-01";

/**
 * One template for all of them. Those of one resource group are its resources; those of several are deployed
 * by one nested deployment each, whichever resource group the template itself is deployed to.
 */
export function armTemplateOfMany(endpoints: readonly EndpointToDeploy[]): string {
  const byGroup = new Map<string, EndpointToDeploy[]>();
  for (const endpoint of endpoints) {
    const key = groupOf(endpoint);
    const group = byGroup.get(key);
    if (group) group.push(endpoint);
    else byGroup.set(key, [endpoint]);
  }
  const groups = [...byGroup.values()].flatMap(inParts);
  if (groups.length <= 1) return textOf((groups[0] ?? []).map(resourceOf));
  return textOf(
    groups.map((group, at) => ({
      type: "Microsoft.Resources/deployments",
      apiVersion: DEPLOYMENTS_API_VERSION,
      name: `registry-endpoints-${at + 1}`,
      subscriptionId: group[0]?.subscriptionId,
      resourceGroup: group[0]?.resourceGroup,
      properties: {
        mode: "Incremental",
        // Otherwise the outer template would evaluate what the inner one has as text.
        expressionEvaluationOptions: { scope: "inner" },
        template: templateOf(group.map(resourceOf)),
      },
    })),
  );
}

function groupOf({ subscriptionId, resourceGroup }: EndpointToDeploy): string {
  return `${subscriptionId}/${resourceGroup}`.toLowerCase();
}

function inParts(group: EndpointToDeploy[]): EndpointToDeploy[][] {
  const count = Math.ceil(group.length / RESOURCES_AT_MOST);
  return Array.from({ length: count }, (_, at) =>
    group.slice(at * RESOURCES_AT_MOST, (at + 1) * RESOURCES_AT_MOST),
  );
}

function resourceOf(
  endpoint: Pick<EndpointToDeploy, "instanceName" | "name" | "document">,
): object {
  const { instanceName, name, document } = endpoint;
  return {
    type: REGISTRY_ENDPOINTS_TYPE,
    apiVersion: EXPORT_API_VERSION,
    name: `${instanceName}/${name}`,
    ...document,
  };
}

function templateOf(resources: readonly object[]): object {
  return {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources,
  };
}

function textOf(resources: readonly object[]): string {
  const template = templateOf(resources);
  return `${JSON.stringify(template, (_key, value: unknown) => literal(value), 2)}\n`;
}

/** A template evaluates any string in square brackets; a doubled first bracket keeps it as text. */
function literal(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("[") && value.endsWith("]")
    ? `[${value}`
    : value;
}
