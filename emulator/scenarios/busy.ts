import type { StoredResource } from "../store";
import { subscriptionIds, subscriptionNames } from "./contoso-names";
import type { Scenario } from "./scenario";
import { connectorTemplate, dataflowGraph } from "./seeds/consumer";
import { edgeSite } from "./seeds/edge-site";
import type { EdgeSite } from "./seeds/edge-site-ids";
import {
  anonymous,
  pullSecret,
  registryEndpoint,
  systemIdentity,
  userIdentity,
  type EndpointSeed,
} from "./seeds/endpoint";
import { keyVault, type SecretSeed } from "./seeds/key-vault";
import { subscriptionAccess } from "./seeds/persona-access";
import { resourceId, type Timeline } from "./seeds/resource";
import { resourceGroup, subscription } from "./seeds/subscription";

const instanceCount = 60;
const endpointsPerInstance = 25;
const secretCount = 600;
const resourceGroups = ["rg-fleet-north", "rg-fleet-centre", "rg-fleet-south"];
const cities = [
  "Aarhus",
  "Bergen",
  "Bilbao",
  "Brno",
  "Cork",
  "Debrecen",
  "Essen",
  "Ghent",
  "Graz",
  "Katowice",
  "Linz",
  "Malmö",
  "Nantes",
  "Porto",
  "Riga",
  "Sibiu",
  "Split",
  "Tallinn",
  "Tampere",
  "Vigo",
];

const subscriptionOf = (index: number) =>
  index % 2 === 0 ? subscriptionIds.europe : subscriptionIds.americas;

const groupOf = (index: number) =>
  resourceGroups[index % resourceGroups.length] ?? "rg-fleet-north";

const instanceIdOf = (index: number) =>
  resourceId(
    subscriptionOf(index),
    groupOf(index),
    "Microsoft.IoTOperations/instances",
    `aio-fleet-${pad(index + 1, 2)}`,
  );

/** What tests of the scenario `busy` look for. */
export const busyNames = {
  endpointCount: instanceCount * endpointsPerInstance,
  instanceCount,
  secretCount,
  /** The vault with 600 secrets: that of the first instance. */
  vaultId: resourceId(subscriptionOf(0), groupOf(0), "Microsoft.KeyVault/vaults", "kv-fleet-01"),
  /** Its last secret, on the 24th page of 25. */
  lastSecret: `zz-artifact-token-${secretCount}`,
  firstInstanceId: instanceIdOf(0),
  /** An endpoint whose name occurs once and whose id is far beyond the first thousand. */
  needle: "needle-in-the-fleet",
  needleInstanceId: instanceIdOf(instanceCount - 1),
} as const;

/** A fleet: enough endpoints and secrets that every list takes more than one page. */
export const busy: Scenario = {
  name: "busy",
  description: `${busyNames.endpointCount} endpoints on ${instanceCount} instances, one vault with ${secretCount} secrets.`,
  build(now): StoredResource[] {
    const timeline = { now };
    const { europe, americas } = subscriptionIds;
    return [
      ...subscription(europe, subscriptionNames.europe),
      ...subscription(americas, subscriptionNames.americas),
      ...[europe, americas].flatMap((id) =>
        resourceGroups.map((name) => resourceGroup(id, name, "westeurope")),
      ),
      ...keyVault(timeline, {
        id: busyNames.vaultId,
        location: "westeurope",
        mode: "rbac",
        secrets: Array.from({ length: secretCount }, (_, index) => secretOf(index)),
      }),
      ...Array.from({ length: instanceCount }, (_, index) =>
        instanceWithEndpoints(timeline, index),
      ).flat(),
      ...subscriptionAccess(timeline, { all: [europe, americas], ofOperator: [europe, americas] }),
    ];
  },
};

function instanceWithEndpoints(timeline: Timeline, index: number): StoredResource[] {
  const site: EdgeSite = {
    instanceId: instanceIdOf(index),
    location: index % 2 === 0 ? "westeurope" : "eastus2",
    tags: { site: `${cities[index % cities.length]} ${Math.floor(index / cities.length) + 1}` },
    customLocation: `cl-fleet-${pad(index + 1, 2)}`,
    version: index % 7 === 0 ? "1.2.154" : "1.2.189",
    ...(index === 0 ? { secureSettings: { vaultId: busyNames.vaultId, objects: "" } } : {}),
    hasDefaultEndpoint: true,
  };
  const resources = edgeSite(timeline, site);
  const instance = resources.find(({ id }) => id === site.instanceId);
  if (!instance) throw new Error(`Fleet instance ${index} is missing.`);
  const endpoints = Array.from({ length: endpointsPerInstance - 1 }, (_, number) =>
    registryEndpoint(timeline, instance, endpointOf(index, number)),
  );
  return [...resources, ...endpoints, ...consumersOf(timeline, instance, index)];
}

/** One endpoint in eight is used, by two at a time; each fifth site has a graph whose endpoint is gone. */
function consumersOf(
  timeline: Timeline,
  instance: StoredResource,
  index: number,
): StoredResource[] {
  const used = [0, 8, 16].map((number) => endpointOf(index, number).name);
  return [
    ...used.map((name, number) =>
      dataflowGraph(timeline, instance, {
        name: `graph-${number + 1}`,
        transforms: [{ endpoint: name, artifact: "graph-quality:1.0.0" }],
      }),
    ),
    ...(index % 5 === 0
      ? [
          dataflowGraph(timeline, instance, {
            name: "graph-of-old",
            transforms: [{ endpoint: "retired-registry", artifact: "graph-old:0.1.0" }],
          }),
        ]
      : []),
    ...used.map((name, number) =>
      connectorTemplate(timeline, instance, {
        name: `connector-${number + 1}`,
        imageName: "fleet-connector",
        tag: "1.0.0",
        from: { endpoint: name },
      }),
    ),
  ];
}

function endpointOf(instance: number, number: number): EndpointSeed {
  const serial = instance * endpointsPerInstance + number;
  const isNeedle = instanceIdOf(instance) === busyNames.needleInstanceId && number === 20;
  const methods = [
    { host: "contosoedge.azurecr.io", authentication: systemIdentity() },
    { host: "ghcr.io/contoso", authentication: pullSecret(`pull-${pad(number, 2)}`) },
    { host: "mcr.microsoft.com", authentication: anonymous },
    {
      host: "contosoamericas.azurecr.io",
      authentication: userIdentity("4be1a70c-11d1-4f0a-96b2-7c554c0e9b58"),
    },
  ];
  const method = methods[serial % methods.length] ?? {
    host: "docker.io",
    authentication: anonymous,
  };
  return {
    ...method,
    name: isNeedle ? busyNames.needle : `registry-${pad(instance + 1, 2)}-${pad(number + 1, 2)}`,
    ...(serial % 211 === 5 ? { state: "Failed" } : {}),
    created: 1 + (serial % 300),
  };
}

function secretOf(index: number): SecretSeed {
  if (index === secretCount - 1) return { name: busyNames.lastSecret, updated: 1 };
  return {
    name: `artifact-token-${pad(index + 1, 4)}`,
    updated: 1 + (index % 365),
    ...(index % 40 === 7 ? { isDisabled: true } : {}),
    ...(index % 40 === 19 ? { expiresIn: -3 } : {}),
  };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
