import { Card, CardHeader, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Link24Regular } from "@fluentui/react-icons";
import { describeFailure } from "../../azure/http/describe-failure";
import { FailureMessage } from "../../ui/failure-message";
import { Loading } from "../../ui/loading";
import { Note } from "../../ui/note";
import { syncAdvice, syncVerdict } from "./chain/sync-verdict";
import { ChainNodes } from "./chain-card/chain-nodes";
import { useSecretChain, type SecretChainView } from "./chain-card/use-secret-chain";

const useStyles = makeStyles({
  card: { rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

export interface SecretChainCardProps {
  instanceId: string;
  /** Name of the Kubernetes secret that the endpoint refers to. */
  secretRef: string;
}

/** Draws how an endpoint's pull secret gets to the cluster, and where that stands. */
export function SecretChainCard({ instanceId, secretRef }: SecretChainCardProps) {
  const styles = useStyles();
  const { data, error, refetch } = useSecretChain(instanceId, secretRef);
  return (
    <Card className={styles.card} appearance="outline" role="group" aria-label="Secret chain">
      <CardHeader
        image={<Link24Regular />}
        header={<Text weight="semibold">Secret chain</Text>}
        description={<Text size={200}>From Key Vault to the Kubernetes secret {secretRef}</Text>}
      />
      {error && data === undefined && (
        <FailureMessage
          failure={describeFailure(error, "The secret’s chain could not be followed")}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined && !error && <Loading label="Following the secret to Key Vault…" />}
      {data && (
        <>
          <ChainNodes view={data} />
          <ChainRemark view={data} />
        </>
      )}
    </Card>
  );
}

function ChainRemark({ view }: { view: SecretChainView }) {
  const { secretSync, secretRef } = view.chain;
  if (secretSync === undefined) {
    return (
      <Note intent="info">
        No secret sync of the instance makes “{secretRef}”: somebody made it on the cluster, or it
        does not exist. Secrets of a cluster cannot be seen from Azure.
      </Note>
    );
  }
  const verdict = syncVerdict(secretSync);
  return verdict.state === "failed" ? (
    <Note intent="error" title={`The cluster reports ${verdict.reason}`}>
      {verdict.message} {syncAdvice(verdict.reason)}
    </Note>
  ) : null;
}
