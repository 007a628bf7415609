import { systemScopeMaps } from "../../providers/container-registry/scope-maps";
import { loginServers, registryIds } from "../contoso-names";
import { daysAgo, madeBy, placeOf, type Timeline } from "../seeds/resource";
import type { StoredResource } from "../../store";

interface RegistrySeed {
  key: keyof typeof registryIds;
  location: string;
  sku: "Basic" | "Standard" | "Premium";
  properties?: Record<string, unknown>;
}

const seeds: RegistrySeed[] = [
  { key: "edge", location: "westeurope", sku: "Premium" },
  {
    key: "abac",
    location: "westeurope",
    sku: "Premium",
    properties: { roleAssignmentMode: "AbacRepositoryPermissions" },
  },
  { key: "hashed", location: "northeurope", sku: "Standard" },
  {
    key: "anonymousPull",
    location: "westeurope",
    sku: "Standard",
    properties: { anonymousPullEnabled: true },
  },
  {
    key: "adminUser",
    location: "westeurope",
    sku: "Basic",
    properties: { adminUserEnabled: true },
  },
  {
    key: "privateOnly",
    location: "northeurope",
    sku: "Premium",
    properties: {
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", ipRules: [] },
      networkRuleBypassOptions: "None",
    },
  },
  {
    key: "noArmTokens",
    location: "westeurope",
    sku: "Premium",
    properties: { policies: { azureADAuthenticationAsArmPolicy: { status: "disabled" } } },
  },
  { key: "americas", location: "southcentralus", sku: "Premium" },
  {
    key: "firewalled",
    location: "eastus2",
    sku: "Premium",
    properties: {
      networkRuleSet: {
        defaultAction: "Deny",
        ipRules: [{ action: "Allow", value: "203.0.113.0/24" }],
      },
    },
  },
  {
    key: "labs",
    location: "westus3",
    sku: "Standard",
    properties: { roleAssignmentMode: "AbacRepositoryPermissions", anonymousPullEnabled: true },
  },
];

/** Container registries, one of every kind that makes a pull fail in its own way. */
export function registries(timeline: Timeline): StoredResource[] {
  const found = seeds.map(({ key, location, sku, properties }) => ({
    id: registryIds[key],
    name: placeOf(registryIds[key]).name,
    type: "Microsoft.ContainerRegistry/registries",
    location,
    sku: { name: sku, tier: sku },
    tags: { owner: "Platform" },
    systemData: madeBy(timeline, "ada", 420, 60),
    properties: {
      loginServer: loginServers[key],
      creationDate: daysAgo(timeline, 420),
      provisioningState: "Succeeded",
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      dataEndpointEnabled: false,
      publicNetworkAccess: "Enabled",
      networkRuleBypassOptions: "AzureServices",
      ...(sku === "Premium" ? { networkRuleSet: { defaultAction: "Allow", ipRules: [] } } : {}),
      policies: { azureADAuthenticationAsArmPolicy: { status: "enabled" } },
      roleAssignmentMode: "LegacyRegistryPermissions",
      zoneRedundancy: "Disabled",
      ...properties,
    },
  }));
  const made = daysAgo(timeline, 420);
  return found.flatMap((registry) => [registry, ...systemScopeMaps(registry, made)]);
}
