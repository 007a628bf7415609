import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { portalLink, useCloud } from "../../../queries/cloud";
import { RelativeTime } from "../../../ui/relative-time";
import { StatusBadge } from "../../../ui/status-badge";
import { syncVerdict } from "../chain/sync-verdict";
import { describeSecret, secretStateOf } from "../secret-state";
import { SyncBadge } from "../sync-badge";
import { ChainNode } from "./chain-node";
import { isListed } from "./is-listed";
import type { ChainSecret, SecretChainView } from "./use-secret-chain";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
});

/** The links of a chain in order, each with its state. */
export function ChainNodes({ view }: { view: SecretChainView }) {
  const styles = useStyles();
  const { chain } = view;
  return (
    <ol className={styles.list} aria-label="Links of the secret chain">
      {view.secrets.map((secret, index) => (
        <SecretNode
          key={secret.name}
          view={view}
          secret={secret}
          leadsOn={index === view.secrets.length - 1}
        />
      ))}
      {chain.providerClass && <ProviderClassNode view={view} />}
      {chain.secretSync && <SecretSyncNode view={view} />}
      <ChainNode kind="Kubernetes secret" name={chain.secretRef} status={kubernetesStatus(view)}>
        {chain.secretSync?.properties.kubernetesSecretType}
      </ChainNode>
      <ChainNode
        kind={chain.endpoints.length === 1 ? "Registry endpoint" : "Registry endpoints"}
        name={chain.endpoints.map(({ name }) => name).join(", ") || "None"}
        leadsOn={false}
      />
    </ol>
  );
}

interface SecretNodeProps {
  view: SecretChainView;
  secret: ChainSecret;
  leadsOn: boolean;
}

function SecretNode({ view, secret, leadsOn }: SecretNodeProps) {
  const cloud = useCloud();
  const key = view.chain.secretSync?.properties.objectSecretMapping.find(
    ({ sourcePath }) => sourcePath === secret.name,
  )?.targetKey;
  return (
    <ChainNode
      kind="Key Vault secret"
      name={secret.name}
      href={view.vault && portalLink(cloud, view.vault.id)}
      status={secretStatus(secret)}
      leadsOn={leadsOn}
    >
      {view.vaultName}
      {key === undefined ? "" : ` · key ${key}`}
      {secret.state === "found" && ` · ${describeSecret(secret.secret)}`}
    </ChainNode>
  );
}

function secretStatus(secret: ChainSecret): ReactNode {
  switch (secret.state) {
    case "missing":
      return <StatusBadge intent="error" label="Not in the vault" />;
    case "hidden":
      return <StatusBadge intent="subtle" label="Not visible to you" />;
    case "found": {
      const { isUsable, label } = secretStateOf(secret.secret, Date.now());
      return <StatusBadge intent={isUsable ? "success" : "warning"} label={label} />;
    }
  }
}

function ProviderClassNode({ view }: { view: SecretChainView }) {
  const cloud = useCloud();
  const { providerClass, secretNames } = view.chain;
  if (providerClass === undefined) return null;
  const missing = secretNames.filter((name) => !isListed(providerClass, name));
  return (
    <ChainNode
      kind="Provider class"
      name={providerClass.name}
      href={portalLink(cloud, providerClass.id)}
      status={
        missing.length === 0 ? (
          <StatusBadge intent="success" label="Lists the secrets" />
        ) : (
          <StatusBadge intent="error" label={`Does not list ${missing.join(", ")}`} />
        )
      }
    />
  );
}

function SecretSyncNode({ view }: { view: SecretChainView }) {
  const cloud = useCloud();
  const { secretSync } = view.chain;
  if (secretSync === undefined) return null;
  const lastSync = secretSync.properties.status?.lastSuccessfulSyncTime;
  return (
    <ChainNode
      kind="Secret sync"
      name={secretSync.name}
      href={portalLink(cloud, secretSync.id)}
      status={<SyncBadge sync={secretSync} />}
    >
      {lastSync !== undefined && (
        <>
          Last synced <RelativeTime value={lastSync} />
        </>
      )}
    </ChainNode>
  );
}

function kubernetesStatus({ chain }: SecretChainView): ReactNode {
  if (chain.secretSync === undefined) {
    return <StatusBadge intent="subtle" label="Cannot be checked from Azure" />;
  }
  const hasSynced = chain.secretSync.properties.status?.lastSuccessfulSyncTime !== undefined;
  switch (syncVerdict(chain.secretSync).state) {
    case "synced":
      return <StatusBadge intent="success" label="On the cluster" />;
    case "failed":
      return hasSynced ? (
        <StatusBadge intent="warning" label="Not up to date" />
      ) : (
        <StatusBadge intent="error" label="Not on the cluster" />
      );
    case "unknown":
      return <StatusBadge intent="subtle" label="Not confirmed yet" />;
  }
}
