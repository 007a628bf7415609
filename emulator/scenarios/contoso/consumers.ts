import type { StoredResource } from "../../store";
import type { SiteKey } from "../contoso-names";
import {
  connectorTemplate,
  dataflowGraph,
  type ConnectorTemplateSeed,
  type DataflowGraphSeed,
} from "../seeds/consumer";
import type { Timeline } from "../seeds/resource";

/** What pulls through registry endpoints at a site. */
interface Consumers {
  graphs?: readonly DataflowGraphSeed[];
  connectors?: readonly ConnectorTemplateSeed[];
}

const consumersOf: Partial<Record<SiteKey, Consumers>> = {
  gothenburg: {
    graphs: [
      {
        name: "weld-spot-quality",
        transforms: [{ endpoint: "contoso-edge", artifact: "graph-weld-quality:2.4.0" }],
      },
      {
        name: "torque-normalise",
        transforms: [
          { endpoint: "default", artifact: "azureiotoperations/graph-dataflow-map:1.0.0" },
        ],
      },
    ],
    connectors: [
      {
        name: "fanuc-focas",
        from: { endpoint: "ghcr-wasm" },
        imageName: "fanuc-focas-connector",
        tag: "1.3.0",
      },
    ],
  },
  stuttgart: {
    graphs: [
      {
        name: "gearbox-vibration",
        transforms: [{ endpoint: "dockerhub-mirror", artifact: "contoso/vibration-graph:0.9.1" }],
        health: {
          status: "Unavailable",
          reasonCode: "DataflowGraphModuleDownloadFailed",
          message: "Failed to download module contoso/vibration-graph:0.9.1: 401 Unauthorized.",
        },
      },
    ],
  },
  lyon: {
    graphs: [
      {
        name: "cell-formation",
        // Two steps through one endpoint, and one through another.
        transforms: [
          { endpoint: "signed-modules", artifact: "graph-cell-formation:1.1.3" },
          { endpoint: "signed-modules", artifact: "graph-cell-ageing:1.0.0" },
          { endpoint: "default", artifact: "azureiotoperations/graph-dataflow-map:1.0.0" },
        ],
      },
      {
        name: "electrode-scrap",
        transforms: [{ endpoint: "signed-modules", artifact: "graph-electrode-scrap:0.8.0" }],
      },
    ],
    connectors: [
      {
        name: "formation-rack",
        from: { endpoint: "signed-modules" },
        imageName: "formation-rack-connector",
        tag: "2.0.1",
      },
      {
        // Its endpoint was deleted.
        name: "old-scanner",
        from: { endpoint: "retired-registry" },
        imageName: "scanner-connector",
        tag: "0.2.0",
      },
    ],
  },
  monterrey: {
    graphs: [
      {
        name: "press-tonnage",
        transforms: [{ endpoint: "contoso-americas", artifact: "graph-press-tonnage:3.0.0" }],
      },
    ],
  },
  austin: {
    connectors: [
      {
        name: "vision-inspector",
        from: { endpoint: "gar-vision" },
        imageName: "inspector-connector",
        tag: "0.4.2",
      },
      {
        name: "opc-publisher",
        from: { registry: "mcr.microsoft.com/iotedge" },
        imageName: "opc-publisher",
        tag: "2.9.12",
      },
    ],
  },
  redmond: {
    graphs: [
      {
        name: "nightly-soak",
        transforms: [{ endpoint: "nightly-builds", artifact: "graph-soak:nightly" }],
      },
    ],
  },
};

/** Dataflow graphs and connector templates of a site. */
export function consumers(
  timeline: Timeline,
  key: SiteKey,
  instance: StoredResource,
): StoredResource[] {
  const { graphs = [], connectors = [] } = consumersOf[key] ?? {};
  return [
    ...graphs.map((seed) => dataflowGraph(timeline, instance, seed)),
    ...connectors.map((seed) => connectorTemplate(timeline, instance, seed)),
  ];
}
