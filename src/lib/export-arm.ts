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
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: [
      {
        type: REGISTRY_ENDPOINTS_TYPE,
        apiVersion: EXPORT_API_VERSION,
        name: `${source.instanceName}/${endpointNameOf(source)}`,
        extendedLocation: { name: source.customLocationId, type: "CustomLocation" },
        properties: exportedProperties(source),
      },
    ],
  };
  return `${JSON.stringify(template, (_key, value: unknown) => literal(value), 2)}\n`;
}

/** A template evaluates any string in square brackets; a doubled first bracket keeps it as text. */
function literal(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("[") && value.endsWith("]")
    ? `[${value}`
    : value;
}
