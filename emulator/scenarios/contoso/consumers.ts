import type { SiteKey } from "../contoso-names";
import { edgeSiteIds } from "../seeds/edge-site-ids";
import { daysAgo, madeBy, type Timeline } from "../seeds/resource";
import type { StoredResource } from "../../store";
import { sites } from "./sites";

interface GraphSeed {
  site: SiteKey;
  name: string;
  /** Name of the registry endpoint that the graph pulls through. */
  endpoint: string;
  artifact: string;
  health?: { status: string; reasonCode: string; message: string };
}

const graphs: GraphSeed[] = [
  {
    site: "gothenburg",
    name: "weld-spot-quality",
    endpoint: "contoso-edge",
    artifact: "graph-weld-quality:2.4.0",
  },
  {
    site: "gothenburg",
    name: "torque-normalise",
    endpoint: "default",
    artifact: "azureiotoperations/graph-dataflow-map:1.0.0",
  },
  {
    site: "stuttgart",
    name: "gearbox-vibration",
    endpoint: "dockerhub-mirror",
    artifact: "contoso/vibration-graph:0.9.1",
    health: {
      status: "Unavailable",
      reasonCode: "DataflowGraphModuleDownloadFailed",
      message: "Failed to download module contoso/vibration-graph:0.9.1: 401 Unauthorized.",
    },
  },
  {
    site: "lyon",
    name: "cell-formation",
    endpoint: "signed-modules",
    artifact: "graph-cell-formation:1.1.3",
  },
  {
    site: "monterrey",
    name: "press-tonnage",
    endpoint: "contoso-americas",
    artifact: "graph-press-tonnage:3.0.0",
  },
  {
    site: "redmond",
    name: "nightly-soak",
    endpoint: "nightly-builds",
    artifact: "graph-soak:nightly",
  },
];

interface ConnectorSeed {
  site: SiteKey;
  name: string;
  endpoint: string;
  imageName: string;
  tag: string;
}

const connectors: ConnectorSeed[] = [
  {
    site: "gothenburg",
    name: "fanuc-focas",
    endpoint: "ghcr-wasm",
    imageName: "fanuc-focas-connector",
    tag: "1.3.0",
  },
  {
    site: "austin",
    name: "vision-inspector",
    endpoint: "gar-vision",
    imageName: "inspector-connector",
    tag: "0.4.2",
  },
];

/** Dataflow graphs and connector templates that pull through registry endpoints. */
export function consumers(timeline: Timeline): StoredResource[] {
  return [
    ...graphs.map((seed) => graph(timeline, seed)),
    ...connectors.map((seed) => connector(timeline, seed)),
  ];
}

function graph(timeline: Timeline, seed: GraphSeed): StoredResource {
  const time = daysAgo(timeline, 1);
  const health = seed.health ?? { status: "Available", reasonCode: "Healthy", message: "" };
  return {
    id: `${sites[seed.site].instanceId}/dataflowProfiles/default/dataflowGraphs/${seed.name}`,
    name: seed.name,
    type: "Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs",
    extendedLocation: edgeLocation(seed.site),
    systemData: madeBy(timeline, "wen", 38, 6),
    properties: {
      mode: "Enabled",
      nodes: [
        {
          nodeType: "Source",
          name: "source",
          sourceSettings: { endpointRef: "default", dataSources: [`factory/${seed.site}/+/data`] },
        },
        {
          nodeType: "Graph",
          name: "transform",
          graphSettings: {
            registryEndpointRef: seed.endpoint,
            artifact: seed.artifact,
            configuration: [],
          },
        },
        {
          nodeType: "Destination",
          name: "destination",
          destinationSettings: { endpointRef: "default", dataDestination: `insight/${seed.name}` },
        },
      ],
      nodeConnections: [
        { from: { name: "source" }, to: { name: "transform" } },
        { from: { name: "transform" }, to: { name: "destination" } },
      ],
      provisioningState: "Succeeded",
      healthState: health.status,
      status: { healthState: { ...health, lastTransitionTime: time, lastUpdateTime: time } },
    },
  };
}

function connector(timeline: Timeline, seed: ConnectorSeed): StoredResource {
  return {
    id: `${sites[seed.site].instanceId}/akriConnectorTemplates/${seed.name}`,
    name: seed.name,
    type: "Microsoft.IoTOperations/instances/akriConnectorTemplates",
    extendedLocation: edgeLocation(seed.site),
    systemData: madeBy(timeline, "wen", 29),
    properties: {
      aioMetadata: { aioMinVersion: "1.2.0" },
      deviceInboundEndpointTypes: [
        { displayName: seed.name, endpointType: `Contoso.${seed.name}`, version: "1.0" },
      ],
      runtimeConfiguration: {
        runtimeConfigurationType: "ManagedConfiguration",
        managedConfigurationSettings: {
          managedConfigurationType: "ImageConfiguration",
          imageConfigurationSettings: {
            imageName: seed.imageName,
            imagePullPolicy: "IfNotPresent",
            replicas: 1,
            registrySettings: {
              registrySettingsType: "RegistryEndpointRef",
              registryEndpointRef: seed.endpoint,
            },
            tagDigestSettings: { tagDigestType: "Tag", tag: seed.tag },
          },
        },
      },
      provisioningState: "Succeeded",
    },
  };
}

function edgeLocation(site: SiteKey) {
  return { name: edgeSiteIds(sites[site]).customLocation, type: "CustomLocation" };
}
