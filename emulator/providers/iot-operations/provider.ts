import type { ResourceProvider, ResourceType } from "../../resource-manager/provider";
import { iotOperationsName, iotOperationsVersions } from "./contract";
import { instances } from "./instances";
import { registryEndpoints } from "./registry-endpoints";

/** Read only, so that the users of a registry endpoint can be found. */
const readable = (type: string): ResourceType => ({
  type: `Microsoft.IoTOperations/instances/${type}`,
  apiVersions: iotOperationsVersions,
  name: iotOperationsName,
  get: true,
  list: { scopes: ["parent"], pageSize: 50 },
});

export const iotOperations: ResourceProvider = {
  namespace: "Microsoft.IoTOperations",
  resourceTypes: [
    instances,
    registryEndpoints,
    readable("dataflowProfiles"),
    readable("dataflowProfiles/dataflowGraphs"),
    readable("akriConnectorTemplates"),
  ],
};
