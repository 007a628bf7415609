import { subscriptionIds, subscriptionNames } from "../emulator/scenarios/contoso-names";
import type { LocalAzureControl } from "./local-azure-control";

/** An endpoint of the scenario `contoso` as the list names what it has. */
export interface StoredEndpoint {
  host: string;
  authentication: string;
  instance: string;
  resourceGroup: string;
  subscription: string;
  state: string;
}

const authentications: Readonly<Record<string, string>> = {
  Anonymous: "Anonymous",
  SystemAssignedManagedIdentity: "System managed identity",
  UserAssignedManagedIdentity: "User managed identity",
  ArtifactPullSecret: "Artifact secret",
};

/** Every endpoint that an administrator sees, from Azure's store and not through the product. */
export async function storedEndpoints(azure: LocalAzureControl): Promise<StoredEndpoint[]> {
  const stored = await azure.stored("Microsoft.IoTOperations/instances/registryEndpoints");
  return stored.flatMap(({ id, properties }) => {
    const { host, authentication, provisioningState } = properties as {
      host: string;
      authentication: { method: string };
      provisioningState: string;
    };
    const [, subscriptionId, resourceGroup = "", instance = ""] =
      /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/.*\/instances\/([^/]+)\//i.exec(id) ??
      [];
    const key = keys.find((one) => subscriptionIds[one] === subscriptionId);
    if (key === undefined) return [];
    return {
      ...{ host, instance, resourceGroup, state: provisioningState },
      authentication: authentications[authentication.method] ?? authentication.method,
      subscription: subscriptionNames[key],
    };
  });
}

const keys = ["europe", "americas", "labs"] as const;

/** What the heads of their groups say, in order. */
export function groupHeads(
  endpoints: readonly StoredEndpoint[],
  field: keyof StoredEndpoint,
): string[] {
  const values = endpoints.map((endpoint) => endpoint[field]);
  const count = (value: string) => values.filter((one) => one === value).length;
  return [...new Set(values)].sort().map((value) => `${value}(${count(value)})`);
}
