import {
  CUSTOM_LOCATION_EXPORT_API_VERSION,
  endpointNameOf,
  EXPORT_API_VERSION,
  exportedProperties,
  REGISTRY_ENDPOINTS_TYPE,
  type ExportSource,
} from "./export-source";

/** A Bicep file in the form of Microsoft's documentation: parameters, existing parents, the endpoint. */
export function bicepFile(source: ExportSource): string {
  const customLocation = source.customLocationId.split("/");
  const { host, ...properties } = exportedProperties(source);
  return `param aioInstanceName string = ${bicepString(source.instanceName)}
param customLocationName string = ${bicepString(customLocation.at(-1) ?? "")}
param registryEndpointName string = ${bicepString(endpointNameOf(source))}
param registryHost string = ${bicepString(String(host))}

resource aioInstance 'Microsoft.IoTOperations/instances@${EXPORT_API_VERSION}' existing = {
  name: aioInstanceName
}

resource customLocation 'Microsoft.ExtendedLocation/customLocations@${CUSTOM_LOCATION_EXPORT_API_VERSION}' existing = {
  name: customLocationName${scopeLine(source)}
}

resource registryEndpoint '${REGISTRY_ENDPOINTS_TYPE}@${EXPORT_API_VERSION}' = {
  parent: aioInstance
  name: registryEndpointName
  extendedLocation: {
    name: customLocation.id
    type: 'CustomLocation'
  }
  properties: {
    host: registryHost
${members(properties, "    ")}
  }
}
`;
}

/** A single-quoted Bicep string that means exactly the text, with no interpolation. */
export function bicepString(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("${", "\\${")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `'${escaped}'`;
}

/** A custom location may live in another resource group than the instance. */
function scopeLine({ customLocationId, resourceGroup, subscriptionId }: ExportSource): string {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\//i.exec(customLocationId);
  const [, subscription = "", group = ""] = match ?? [];
  const isSame =
    subscription.toLowerCase() === subscriptionId.toLowerCase() &&
    group.toLowerCase() === resourceGroup.toLowerCase();
  return match === null || isSame
    ? ""
    : `\n  scope: resourceGroup(${bicepString(subscription)}, ${bicepString(group)})`;
}

function members(value: object, indent: string): string {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${indent}${bicepKey(key)}: ${bicepValue(member, indent)}`)
    .join("\n");
}

function bicepKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : bicepString(key);
}

function bicepValue(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${bicepValue(item, inner)}`);
    return items.length === 0 ? "[]" : `[\n${items.join("\n")}\n${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    return Object.keys(value).length === 0 ? "{}" : `{\n${members(value, inner)}\n${indent}}`;
  }
  return typeof value === "string" ? bicepString(value) : String(value);
}
