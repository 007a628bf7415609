import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient } from "../azure/client";
import { readRegistry, type Registry } from "../azure/container-registry/registry";
import { idKey, parseResourceId } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import {
  mapPartialList,
  readPartialList,
  usePartialList,
  type PartialListQuery,
  type PartialListResult,
} from "./partial-list";

/** An Azure Container Registry as one chooses it; a setting that Azure does not report is undefined. */
export interface RegistryOption {
  id: string;
  name: string;
  loginServer: string;
  sku?: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  isAnonymousPullEnabled?: boolean;
  /** True in ABAC mode, where AcrPull is ignored. */
  isAbac?: boolean;
  isPublicAccessDisabled?: boolean;
  /** True when the registry refuses tokens for the ARM audience, which Azure IoT Operations uses. */
  isArmAudienceRefused?: boolean;
}

const REGISTRIES_QUERY = `resources
| where type =~ 'microsoft.containerregistry/registries'
| project id, name, location, sku, properties
| order by id asc`;

/** Every Azure Container Registry that the person can see, across subscriptions. */
export function useRegistries(): PartialListResult<RegistryOption> {
  return usePartialList(registriesOptions(useAzure(), useAccount().id));
}

/** The query behind `useRegistries`. */
export function registriesOptions(
  azure: Pick<AzureClient, "resourceGraph">,
  accountId: string,
): PartialListQuery<RegistryOption> {
  return {
    queryKey: ["registries", accountId],
    queryFn: async ({ signal }) => {
      const list = await readPartialList<unknown>(azure, REGISTRIES_QUERY, { signal });
      return mapPartialList(list, (wire) => {
        const row = readRegistry(wire);
        return row?.properties.loginServer ? [registryOption(row)] : [];
      });
    },
  };
}

/**
 * One registry as ARM shows it: Resource Graph may lag and may read it with an API version that has no
 * `roleAssignmentMode`. Pass an empty id to ask nothing.
 */
export function useRegistry(id: string): UseQueryResult<RegistryOption> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: ["registry", account.id, idKey(id)],
    queryFn: async ({ signal }) => registryOption(await azure.registries.get(id, { signal })),
    enabled: id !== "",
  });
}

/** Reads the settings that decide who can pull (Microsoft.ContainerRegistry 2025-11-01). */
export function registryOption(row: Registry): RegistryOption {
  const { properties } = row;
  const id = parseResourceId(row.id);
  const armAudience = properties.policies?.azureADAuthenticationAsArmPolicy?.status;
  return {
    id: row.id,
    name: row.name,
    loginServer: (properties.loginServer ?? "").toLowerCase(),
    sku: row.sku?.name,
    location: row.location,
    resourceGroup: id?.resourceGroup ?? "",
    subscriptionId: id?.subscriptionId ?? "",
    isAnonymousPullEnabled: properties.anonymousPullEnabled,
    isAbac: is(properties.roleAssignmentMode, "AbacRepositoryPermissions"),
    isPublicAccessDisabled: is(properties.publicNetworkAccess, "Disabled"),
    isArmAudienceRefused: is(armAudience, "disabled"),
  };
}

function is(value: string | undefined, expected: string): boolean | undefined {
  return value === undefined ? undefined : value.toLowerCase() === expected.toLowerCase();
}
