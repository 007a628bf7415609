import type { SystemData } from "../../../azure/arm-resource";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { nameOf, resourceGroupId, sameId } from "../../../azure/resource-id";
import { authenticationLabel } from "../../../lib/authentication-labels";
import { isAcrHost, registryKindOf, type RegistryKind } from "../../../lib/registry-kind";
import { useInstances } from "../../../queries/instances";
import { useRegistries } from "../../../queries/registries";
import { useSubscriptions } from "../../../queries/subscriptions";
import { CopyableText } from "../../../ui/copyable-text";
import { Facts } from "../../../ui/facts";
import { DateAndTime } from "../../../ui/relative-time";
import { ProvisioningBadge } from "../provisioning-badge";
import type { EndpointAddress } from "./endpoint-address";
import { PortalLink } from "./portal-link";

interface EssentialsProps {
  address: EndpointAddress;
  endpoint: RegistryEndpoint;
}

/** Every property of the endpoint itself, and where it lives. */
export function Essentials({ address, endpoint }: EssentialsProps) {
  const { host = "", authentication, provisioningState, healthState } = endpoint.properties;
  const instances = useInstances();
  const instance = instances.data?.find(({ id }) => sameId(id, address.instanceId));
  const unknown = instances.isPending ? "Loading…" : "Unknown";
  const subscription = useSubscriptions().data?.find(
    ({ subscriptionId }) => subscriptionId.toLowerCase() === address.subscriptionId.toLowerCase(),
  );
  const customLocationId = endpoint.extendedLocation?.name;
  return (
    <Facts
      label="Essentials"
      items={[
        { label: "Name", value: endpoint.name },
        { label: "Host", value: <CopyableText value={host} label="host" /> },
        { label: "Registry", value: <RegistryOf host={host} /> },
        { label: "Authentication", value: authenticationLabel(authentication?.method) },
        {
          label: "Provisioning state",
          value: <ProvisioningBadge state={provisioningState ?? ""} />,
        },
        { label: "Health state", value: healthState ?? "Not reported" },
        {
          label: "Instance",
          value: <PortalLink id={address.instanceId}>{address.instanceName}</PortalLink>,
        },
        { label: "Instance version", value: instance?.version ?? unknown },
        { label: "Site", value: instance?.site || unknown },
        {
          label: "Resource group",
          value: (
            <PortalLink id={resourceGroupId(address.subscriptionId, address.resourceGroup)}>
              {address.resourceGroup}
            </PortalLink>
          ),
        },
        {
          label: "Subscription",
          value: (
            <PortalLink id={`/subscriptions/${address.subscriptionId}`}>
              {subscription?.displayName ?? address.subscriptionId}
            </PortalLink>
          ),
        },
        {
          label: "Custom location",
          value: customLocationId ? (
            <PortalLink id={customLocationId}>{nameOf(customLocationId)}</PortalLink>
          ) : (
            "None"
          ),
        },
        { label: "Created", value: <Creation data={endpoint.systemData} /> },
        { label: "Last changed", value: <LastChange data={endpoint.systemData} /> },
        {
          label: "Resource id",
          value: <CopyableText value={endpoint.id} label="id" />,
          isWide: true,
        },
      ]}
    />
  );
}

const registryNames: Record<Exclude<RegistryKind, "acr">, string> = {
  mcr: "Microsoft Artifact Registry",
  ghcr: "GitHub Container Registry",
  dockerhub: "Docker Hub",
  quay: "Quay",
  harbor: "Harbor",
  ecr: "Amazon Elastic Container Registry",
  gar: "Google Artifact Registry",
  gitlab: "GitLab",
  other: "Not an Azure Container Registry",
};

/** The Azure Container Registry that answers at the host, as far as the person can see one. */
function RegistryOf({ host }: { host: string }) {
  const registries = useRegistries();
  const [hostname = ""] = host.toLowerCase().split("/");
  const registry = registries.data?.find(({ loginServer }) => loginServer === hostname);
  if (registry) return <PortalLink id={registry.id}>{registry.name}</PortalLink>;
  if (registries.isPending && isAcrHost(hostname)) return "Looking for it…";
  const kind = registryKindOf(hostname.replace(/:\d+$/, ""));
  return kind === "acr" ? "An Azure Container Registry that you cannot see" : registryNames[kind];
}

function Creation({ data }: { data: SystemData | undefined }) {
  return <WhoAndWhen who={data?.createdBy} when={data?.createdAt} />;
}

function LastChange({ data }: { data: SystemData | undefined }) {
  return <WhoAndWhen who={data?.lastModifiedBy} when={data?.lastModifiedAt} />;
}

function WhoAndWhen({ who, when }: { who: string | undefined; when: string | undefined }) {
  if (who === undefined && when === undefined) return "Not reported";
  return (
    <>
      {when !== undefined && <DateAndTime value={when} />}
      {who !== undefined && ` by ${who}`}
    </>
  );
}
