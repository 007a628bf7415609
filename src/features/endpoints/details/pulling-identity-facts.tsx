import { describeFailure } from "../../../azure/http/describe-failure";
import { usePullingIdentity, type PullingIdentity } from "../../../queries/arc-extension";
import { CopyableText } from "../../../ui/copyable-text";
import { Facts } from "../../../ui/facts";
import { FailureMessage } from "../../../ui/failure-message";
import { Loading } from "../../../ui/loading";
import { RelativeTime } from "../../../ui/relative-time";
import { StatusBadge } from "../../../ui/status-badge";
import { PortalLink } from "./portal-link";

interface PullingIdentityFactsProps {
  instanceId: string;
  audience: string | undefined;
}

/** The Arc extension whose system-assigned identity pulls, and the cluster that it runs on. */
export function PullingIdentityFacts({ instanceId, audience }: PullingIdentityFactsProps) {
  const identity = usePullingIdentity(instanceId);
  return (
    <>
      <Facts
        label="Settings of the system managed identity"
        items={[
          { label: "Audience", value: audience ?? "Left to the instance" },
          ...(identity.data ? identityFacts(identity.data) : []),
        ]}
      />
      {identity.isPending && <Loading label="Looking for the identity that pulls…" />}
      {identity.error && (
        <FailureMessage
          failure={describeFailure(identity.error, "The identity that pulls could not be found")}
          onRetry={() => void identity.refetch()}
        />
      )}
    </>
  );
}

function identityFacts(identity: PullingIdentity) {
  const { clusterId, clusterName, extensionName, extensionVersion, principalId } = identity;
  const version = extensionVersion === undefined ? "" : ` ${extensionVersion}`;
  return [
    {
      label: "Arc extension",
      value: extensionName ? (
        <PortalLink
          id={`${clusterId}/providers/Microsoft.KubernetesConfiguration/extensions/${extensionName}`}
        >
          {extensionName + version}
        </PortalLink>
      ) : (
        "None of Azure IoT Operations on the cluster"
      ),
    },
    {
      label: "Principal that pulls",
      value: principalId ? (
        <CopyableText value={principalId} label="principal id" />
      ) : (
        "The extension has no identity"
      ),
    },
    { label: "Cluster", value: <PortalLink id={clusterId}>{clusterName}</PortalLink> },
    { label: "Connectivity", value: <Connectivity identity={identity} /> },
  ];
}

function Connectivity({ identity }: { identity: PullingIdentity }) {
  const { connectivityStatus, lastConnectivityTime } = identity;
  if (connectivityStatus === undefined) return "Not visible to you";
  return (
    <>
      <StatusBadge
        intent={connectivityStatus === "Connected" ? "success" : "warning"}
        label={connectivityStatus}
      />
      {lastConnectivityTime !== undefined && (
        <>
          {" "}
          · last seen <RelativeTime value={lastConnectivityTime} />
        </>
      )}
    </>
  );
}
