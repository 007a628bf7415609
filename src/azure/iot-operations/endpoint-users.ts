import type { AzureClient } from "../client";
import type { ArmResource } from "../arm-resource";
import type { ArmHttp } from "../http/arm-http";
import { IOT_OPERATIONS_API_VERSION as apiVersion } from "./registry-endpoint";

export const DATAFLOW_GRAPH_TYPE =
  "Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs";
export const AKRI_CONNECTOR_TEMPLATE_TYPE =
  "Microsoft.IoTOperations/instances/akriConnectorTemplates";

/** A node of a dataflow graph; only those of type `Graph` pull an artifact. */
export interface DataflowGraphNode {
  nodeType?: string;
  name?: string;
  graphSettings?: { registryEndpointRef?: string; artifact?: string };
}

/** A dataflow graph (Microsoft.IoTOperations 2026-07-01), as far as it concerns registry endpoints. */
export interface DataflowGraph extends ArmResource {
  properties: { mode?: string; nodes?: DataflowGraphNode[] | null };
}

/** Where a connector's image comes from: a registry endpoint by name, or a registry without one. */
export interface ConnectorRegistrySettings {
  registrySettingsType?: string;
  registryEndpointRef?: string;
}

/** An Akri connector template (Microsoft.IoTOperations 2026-07-01), as far as it concerns registry endpoints. */
export interface AkriConnectorTemplate extends ArmResource {
  properties: {
    runtimeConfiguration?: {
      managedConfigurationSettings?: {
        imageConfigurationSettings?: { registrySettings?: ConnectorRegistrySettings | null };
      };
    };
  };
}

/** `DataflowGraph_ListByDataflowProfile` of every profile of an instance. */
export function dataflowGraphOperations(http: ArmHttp): AzureClient["dataflowGraphs"] {
  return {
    async listByInstance(instanceId, options) {
      const profiles = await http.list<ArmResource>(
        `${instanceId}/dataflowProfiles`,
        apiVersion,
        options,
      );
      const graphs = profiles.map(({ id }) =>
        http.list<DataflowGraph>(`${id}/dataflowGraphs`, apiVersion, options),
      );
      return (await Promise.all(graphs)).flat();
    },
  };
}

/** `AkriConnectorTemplate_ListByInstanceResource`. */
export function akriConnectorTemplateOperations(
  http: ArmHttp,
): AzureClient["akriConnectorTemplates"] {
  return {
    listByInstance: (instanceId, options) =>
      http.list<AkriConnectorTemplate>(`${instanceId}/akriConnectorTemplates`, apiVersion, options),
  };
}
