import { Link } from "@fluentui/react-components";
import { Note } from "../../ui/note";
import { useSecretChain } from "./chain-card/use-secret-chain";
import { syncAdvice, syncVerdict } from "./chain/sync-verdict";

interface PullSecretWarningProps {
  instanceId: string;
  /** Name of the Kubernetes secret that the endpoint refers to. */
  secretRef: string;
  /** Id of the element that the chain is drawn in. */
  chainElementId: string;
}

/** Says at the top that the pull secret does not reach the cluster, which no provisioning state shows. */
export function PullSecretWarning(props: PullSecretWarningProps) {
  const { instanceId, secretRef, chainElementId } = props;
  const secretSync = useSecretChain(instanceId, secretRef).data?.chain.secretSync;
  if (secretSync === undefined) return null;
  const verdict = syncVerdict(secretSync);
  if (verdict.state !== "failed") return null;
  return (
    <Note intent="warning" title="This endpoint cannot be pulled through at present">
      The cluster has no current secret “{secretRef}” ({verdict.reason}).{" "}
      {syncAdvice(verdict.reason)} <Link href={`#${chainElementId}`}>See the secret chain</Link>
    </Note>
  );
}
