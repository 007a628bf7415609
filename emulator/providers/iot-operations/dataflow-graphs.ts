import { z } from "zod";
import type { PutOperation } from "../../resource-manager/provider";
import { checkBody, extendedLocation, optional, readOnly } from "../body-checks";
import { childOfInstance, edgeLocation } from "./child-resource";

// Shapes: Microsoft.IoTOperations 2026-07-01; only the read-only `status` is younger than 2025-10-01.
const header = z.discriminatedUnion("actionType", [
  z.strictObject({ actionType: z.literal("AddIfNotPresent"), key: z.string(), value: z.string() }),
  z.strictObject({ actionType: z.literal("AddOrReplace"), key: z.string(), value: z.string() }),
  z.strictObject({ actionType: z.literal("Remove"), key: z.string() }),
]);

const node = z.discriminatedUnion("nodeType", [
  z.strictObject({
    nodeType: z.literal("Source"),
    name: z.string(),
    sourceSettings: z.strictObject({
      endpointRef: z.string(),
      dataSources: z.array(z.string()),
      assetRef: optional(z.string()),
    }),
  }),
  z.strictObject({
    nodeType: z.literal("Graph"),
    name: z.string(),
    graphSettings: z.strictObject({
      registryEndpointRef: z.string(),
      artifact: z.string(),
      configuration: optional(z.array(z.strictObject({ key: z.string(), value: z.string() }))),
    }),
  }),
  z.strictObject({
    nodeType: z.literal("Destination"),
    name: z.string(),
    destinationSettings: z.strictObject({
      endpointRef: z.string(),
      dataDestination: z.string(),
      headers: optional(z.array(header)),
    }),
  }),
]);

const connection = z.strictObject({
  from: z.strictObject({
    name: z.string(),
    schema: optional(
      z.strictObject({
        serializationFormat: optional(z.string()),
        schemaRef: optional(z.string()),
      }),
    ),
  }),
  to: z.strictObject({ name: z.string() }),
});

const dataflowGraphBody = z.object({
  extendedLocation: optional(extendedLocation),
  properties: z.strictObject({
    mode: optional(z.string()),
    requestDiskPersistence: optional(z.string()),
    nodes: z.array(node),
    nodeConnections: z.array(connection),
    provisioningState: readOnly,
    healthState: readOnly,
    status: readOnly,
  }),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const { properties, extendedLocation: asked } = checkBody(dataflowGraphBody, body);
  return {
    extendedLocation: edgeLocation(asked, target, existing, context),
    properties: { ...properties, healthState: existing?.properties.healthState ?? "Unknown" },
  };
};

/** Dataflow graphs. Azure does not check that the registry endpoints exist which their nodes name. */
export const dataflowGraphs = childOfInstance("dataflowProfiles/dataflowGraphs", prepare);
