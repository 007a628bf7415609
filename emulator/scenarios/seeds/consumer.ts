import type { StoredResource } from "../../store";
import { daysAgo, madeBy, type Timeline } from "./resource";

/** A step of a graph: the artifact, and the name of the registry endpoint that it is pulled through. */
interface Transform {
  endpoint: string;
  artifact: string;
}

export interface DataflowGraphSeed {
  name: string;
  transforms: readonly Transform[];
  health?: { status: string; reasonCode: string; message: string };
}

export interface ConnectorTemplateSeed {
  name: string;
  imageName: string;
  tag: string;
  /** Name of a registry endpoint, or a registry that it pulls from without one. */
  from: { endpoint: string } | { registry: string };
}

/** A dataflow graph of the profile `default` of `instance`. */
export function dataflowGraph(
  timeline: Timeline,
  instance: StoredResource,
  seed: DataflowGraphSeed,
): StoredResource {
  const time = daysAgo(timeline, 1);
  const health = seed.health ?? { status: "Available", reasonCode: "Healthy", message: "" };
  const topic = instance.name.replace(/^aio-/, "");
  const steps = seed.transforms.map((transform, index) => ({
    ...transform,
    name: index === 0 ? "transform" : `transform-${index + 1}`,
  }));
  const names = ["source", ...steps.map(({ name }) => name), "destination"];
  return {
    id: `${instance.id}/dataflowProfiles/default/dataflowGraphs/${seed.name}`,
    name: seed.name,
    type: "Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs",
    extendedLocation: instance.extendedLocation,
    systemData: madeBy(timeline, "wen", 38, 6),
    properties: {
      mode: "Enabled",
      nodes: [
        {
          nodeType: "Source",
          name: "source",
          sourceSettings: { endpointRef: "default", dataSources: [`factory/${topic}/+/data`] },
        },
        ...steps.map(({ name, endpoint, artifact }) => ({
          nodeType: "Graph",
          name,
          graphSettings: { registryEndpointRef: endpoint, artifact, configuration: [] },
        })),
        {
          nodeType: "Destination",
          name: "destination",
          destinationSettings: { endpointRef: "default", dataDestination: `insight/${seed.name}` },
        },
      ],
      nodeConnections: names
        .slice(1)
        .map((name, index) => ({ from: { name: names[index] }, to: { name } })),
      provisioningState: "Succeeded",
      healthState: health.status,
      status: { healthState: { ...health, lastTransitionTime: time, lastUpdateTime: time } },
    },
  };
}

/** An Akri connector template of `instance`. */
export function connectorTemplate(
  timeline: Timeline,
  instance: StoredResource,
  { name, imageName, tag, from }: ConnectorTemplateSeed,
): StoredResource {
  return {
    id: `${instance.id}/akriConnectorTemplates/${name}`,
    name,
    type: "Microsoft.IoTOperations/instances/akriConnectorTemplates",
    extendedLocation: instance.extendedLocation,
    systemData: madeBy(timeline, "wen", 29),
    properties: {
      aioMetadata: { aioMinVersion: "1.2.0" },
      deviceInboundEndpointTypes: [
        { displayName: name, endpointType: `Contoso.${name}`, version: "1.0" },
      ],
      runtimeConfiguration: {
        runtimeConfigurationType: "ManagedConfiguration",
        managedConfigurationSettings: {
          managedConfigurationType: "ImageConfiguration",
          imageConfigurationSettings: {
            imageName,
            imagePullPolicy: "IfNotPresent",
            replicas: 1,
            registrySettings:
              "endpoint" in from
                ? {
                    registrySettingsType: "RegistryEndpointRef",
                    registryEndpointRef: from.endpoint,
                  }
                : {
                    registrySettingsType: "ContainerRegistry",
                    containerRegistrySettings: { registry: from.registry },
                  },
            tagDigestSettings: { tagDigestType: "Tag", tag },
          },
        },
      },
      provisioningState: "Succeeded",
    },
  };
}
