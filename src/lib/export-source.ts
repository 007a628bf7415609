import type { CloudName } from "./clouds";

/**
 * A registry endpoint's body as the exports need it. Wide enough for methods and members that came
 * after this version of the portal: they are exported as they are.
 */
export interface ExportableBody {
  properties: {
    host: string;
    authentication: { method: string };
    codeSigningCas?: readonly ({ type: string } & object)[] | null;
  };
}

export interface ExportSource {
  /** ARM id of the registry endpoint. */
  id: string;
  instanceName: string;
  resourceGroup: string;
  subscriptionId: string;
  customLocationId: string;
  /** Kubernetes namespace of Azure IoT Operations; `azure-iot-operations` unless told. */
  namespace?: string;
  /** The cloud that the commands are for; the public one unless told. */
  cloud?: CloudName;
  body: ExportableBody;
}

export const REGISTRY_ENDPOINTS_TYPE = "Microsoft.IoTOperations/instances/registryEndpoints";
export const EXPORT_API_VERSION = "2026-07-01";
export const CUSTOM_LOCATION_EXPORT_API_VERSION = "2021-08-15";

/** The endpoint's name: the last segment of its id. */
export function endpointNameOf(source: ExportSource): string {
  return source.id.slice(source.id.lastIndexOf("/") + 1);
}

/** What goes under `properties`, with the trust list only when there is one. */
export function exportedProperties(source: ExportSource): Record<string, unknown> {
  const { host, authentication, codeSigningCas } = source.body.properties;
  return {
    host,
    authentication,
    ...(codeSigningCas && codeSigningCas.length > 0 ? { codeSigningCas } : {}),
  };
}
