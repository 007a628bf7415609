import type { ResourceProvider, ResourceType } from "../../resource-manager/provider";
import { akriConnectorTemplates } from "./akri-connector-templates";
import { iotOperationsName, iotOperationsVersions } from "./contract";
import { dataflowGraphs } from "./dataflow-graphs";
import { instances } from "./instances";
import { registryEndpoints } from "./registry-endpoints";

/** Read only, so that the graphs of a profile can be found. */
const dataflowProfiles: ResourceType = {
  type: "Microsoft.IoTOperations/instances/dataflowProfiles",
  apiVersions: iotOperationsVersions,
  name: iotOperationsName,
  get: true,
  list: { scopes: ["parent"], pageSize: 50 },
};

export const iotOperations: ResourceProvider = {
  namespace: "Microsoft.IoTOperations",
  resourceTypes: [
    instances,
    registryEndpoints,
    dataflowProfiles,
    dataflowGraphs,
    akriConnectorTemplates,
  ],
};
