import { instanceIds } from "../scenarios/contoso-names";
import { sites } from "../scenarios/contoso/sites";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import type { MemberRule } from "./body-rules";
import { testLists } from "./contract-lists";
import { testContract } from "./contract-table";

// Rules: Microsoft.IoTOperations 2026-07-01; what is written here is the same since 2025-10-01.
const apiVersions = ["2025-10-01", "2026-03-01", "2026-07-01"];
const badNames = ["ab", "a".repeat(64), "-ab", "ab-", "Abc", "a_b"];
const { customLocation } = edgeSiteIds(sites.gothenburg);
const extendedLocation = { name: customLocation, type: "CustomLocation" };
const readOnly: [string, string][] = [
  ["properties.provisioningState", "MadeUpState"],
  ["properties.healthState", "MadeUpHealth"],
  ["id", "made-up-id"],
  ["systemData", "made-up-system-data"],
];

const text = (member: string, more: Partial<MemberRule> = {}): MemberRule => ({
  ...{ member, type: "string", isRequired: true },
  ...more,
});
const closed = (member: string, isRequired = true): MemberRule => ({
  ...{ member, type: "object", isRequired, isClosed: true },
});
const list = (member: string, isRequired = true): MemberRule => ({
  ...{ member, type: "array", isRequired },
});

const nodes = [
  {
    nodeType: "Source",
    name: "source",
    sourceSettings: { endpointRef: "default", dataSources: ["a/+"], assetRef: "asset" },
  },
  {
    nodeType: "Graph",
    name: "step",
    graphSettings: {
      registryEndpointRef: "contoso-edge",
      artifact: "graph:1.0.0",
      configuration: [{ key: "a", value: "b" }],
    },
  },
  {
    nodeType: "Destination",
    name: "end",
    destinationSettings: {
      endpointRef: "default",
      dataDestination: "b",
      headers: [
        { actionType: "AddOrReplace", key: "k", value: "v" },
        { actionType: "Remove", key: "k" },
      ],
    },
  },
];

testContract({
  type: "Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs",
  apiVersions,
  idOf: (name) => `${instanceIds.gothenburg}/dataflowProfiles/default/dataflowGraphs/${name}`,
  badNames,
  valid: {
    "a graph": {
      extendedLocation,
      properties: {
        mode: "Enabled",
        requestDiskPersistence: "Disabled",
        nodes,
        nodeConnections: [
          { from: { name: "source", schema: { schemaRef: "s" } }, to: { name: "step" } },
          { from: { name: "step" }, to: { name: "end" } },
        ],
      },
    },
    // Azure does not look whether the endpoint exists.
    "an endpoint that is missing": {
      properties: {
        nodes: [
          {
            nodeType: "Graph",
            name: "step",
            graphSettings: { registryEndpointRef: "nowhere", artifact: "graph:1.0.0" },
          },
        ],
        nodeConnections: [],
      },
    },
  },
  rules: [
    {
      of: [
        closed("properties"),
        list("properties.nodes"),
        list("properties.nodeConnections"),
        closed("properties.nodes[1]", false),
        text("properties.nodes[1].nodeType", { isDiscriminator: true, isRequired: false }),
        text("properties.nodes[1].name"),
        closed("properties.nodes[1].graphSettings"),
        text("properties.nodes[1].graphSettings.registryEndpointRef"),
        text("properties.nodes[1].graphSettings.artifact"),
        list("properties.nodes[1].graphSettings.configuration", false),
        closed("properties.nodes[0].sourceSettings"),
        list("properties.nodes[0].sourceSettings.dataSources"),
        closed("properties.nodes[2].destinationSettings"),
        text("properties.nodes[2].destinationSettings.dataDestination"),
        closed("properties.nodeConnections[0].from"),
        closed("properties.nodeConnections[0].to"),
      ],
    },
  ],
  readOnly,
});

const image = "properties.runtimeConfiguration.managedConfigurationSettings";
const templateOf = (registrySettings: unknown, more: object = {}) => ({
  extendedLocation,
  properties: {
    aioMetadata: { aioMinVersion: "1.2.0" },
    deviceInboundEndpointTypes: [{ endpointType: "Contoso.Device", version: "1.0" }],
    runtimeConfiguration: {
      runtimeConfigurationType: "ManagedConfiguration",
      managedConfigurationSettings: {
        managedConfigurationType: "ImageConfiguration",
        imageConfigurationSettings: {
          imageName: "connector",
          imagePullPolicy: "Always",
          replicas: 2,
          registrySettings,
          tagDigestSettings: { tagDigestType: "Tag", tag: "1.0" },
        },
      },
    },
    ...more,
  },
});

testContract({
  type: "Microsoft.IoTOperations/instances/akriConnectorTemplates",
  apiVersions,
  idOf: (name) => `${instanceIds.gothenburg}/akriConnectorTemplates/${name}`,
  badNames,
  valid: {
    "an endpoint": templateOf({
      registrySettingsType: "RegistryEndpointRef",
      registryEndpointRef: "ghcr-wasm",
    }),
    "a registry": templateOf(
      {
        registrySettingsType: "ContainerRegistry",
        containerRegistrySettings: {
          registry: "mcr.microsoft.com",
          imagePullSecrets: [{ secretRef: "a" }],
        },
      },
      {
        diagnostics: { logs: { level: "info" } },
        mqttConnectionConfiguration: { host: "broker:1883", tls: { mode: "Enabled" } },
      },
    ),
  },
  rules: [
    {
      of: [
        closed("properties"),
        closed("properties.runtimeConfiguration"),
        closed(image),
        text(`${image}.managedConfigurationType`, { isDiscriminator: true, isRequired: false }),
        closed(`${image}.imageConfigurationSettings`),
        text(`${image}.imageConfigurationSettings.imageName`),
        closed(`${image}.imageConfigurationSettings.registrySettings`, false),
        text(`${image}.imageConfigurationSettings.registrySettings.registryEndpointRef`),
        text(`${image}.imageConfigurationSettings.registrySettings.registrySettingsType`, {
          ...{ isDiscriminator: true, isRequired: false },
        }),
        text(`${image}.imageConfigurationSettings.tagDigestSettings.tag`),
        { ...list("properties.deviceInboundEndpointTypes"), minLength: 1 },
        text("properties.deviceInboundEndpointTypes[0].endpointType", { minLength: 1 }),
      ],
    },
    {
      in: "a registry",
      of: [
        closed(`${image}.imageConfigurationSettings.registrySettings.containerRegistrySettings`),
        text(
          `${image}.imageConfigurationSettings.registrySettings.containerRegistrySettings.registry`,
        ),
        closed("properties.diagnostics.logs"),
      ],
    },
  ],
  readOnly,
});

// Read only here.
testLists(
  {
    type: "Microsoft.IoTOperations/instances/dataflowProfiles",
    apiVersions,
    idOf: (name) => `${instanceIds.gothenburg}/dataflowProfiles/${name}`,
  },
  { extendedLocation, properties: { instanceCount: 1 } },
);
