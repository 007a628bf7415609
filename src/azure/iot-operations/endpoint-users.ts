import type { AzureClient } from "../client";
import type { ArmResource } from "../arm-resource";
import type { ArmHttp } from "../http/arm-http";
import { isNotFound } from "../http/azure-error";
import { listResources } from "../http/arm-resources";
import { list, record, resourceReader, text } from "../http/wire-reader";
import { IOT_OPERATIONS_API_VERSION as apiVersion } from "./registry-endpoint";

/** A node of a dataflow graph; only those of type `Graph` pull an artifact. */
export interface DataflowGraphNode {
  nodeType?: string;
  name?: string;
  graphSettings?: { registryEndpointRef?: string; artifact?: string };
}

/** A dataflow graph (Microsoft.IoTOperations 2026-07-01), as far as it concerns registry endpoints. */
export interface DataflowGraph extends ArmResource {
  properties: { mode?: string; nodes?: DataflowGraphNode[] };
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
        imageConfigurationSettings?: { registrySettings?: ConnectorRegistrySettings };
      };
    };
  };
}

const profileKind = { apiVersion, read: resourceReader<ArmResource>({}) };

/** What is read of the nodes of a dataflow graph. */
export const readNodes = list(
  record({ graphSettings: record({ registryEndpointRef: text, artifact: text }) }),
);

/** What is read of a connector template's registry settings. */
export const readRegistrySettings = record({ registryEndpointRef: text });

const graphKind = { apiVersion, read: resourceReader<DataflowGraph>({ nodes: readNodes }) };

const templateKind = {
  apiVersion,
  read: resourceReader<AkriConnectorTemplate>({
    runtimeConfiguration: record({
      managedConfigurationSettings: record({
        imageConfigurationSettings: record({ registrySettings: readRegistrySettings }),
      }),
    }),
  }),
};

/** `DataflowGraph_ListByDataflowProfile` of every profile of an instance. */
export function dataflowGraphOperations(http: ArmHttp): AzureClient["dataflowGraphs"] {
  return {
    async listByInstance(instanceId, options) {
      const path = `${instanceId}/dataflowProfiles`;
      const profiles = await listResources(http, profileKind, path, options);
      const graphs = profiles.map(async ({ id }) => {
        try {
          return await listResources(http, graphKind, `${id}/dataflowGraphs`, options);
        } catch (error) {
          // This profile went meanwhile; the others did not.
          if (isNotFound(error)) return [];
          throw error;
        }
      });
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
      listResources(http, templateKind, `${instanceId}/akriConnectorTemplates`, options),
  };
}
