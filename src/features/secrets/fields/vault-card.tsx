import { Card, CardHeader, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Key24Regular, Open16Regular } from "@fluentui/react-icons";
import { describeFailure } from "../../../azure/http/describe-failure";
import { AzureError } from "../../../azure/http/azure-error";
import type { Vault } from "../../../azure/key-vault/key-vault";
import { portalLink, useCloud } from "../../../queries/cloud";
import { useVaultSecrets } from "../../../queries/key-vault";
import { Facts } from "../../../ui/facts";
import { FailureMessage } from "../../../ui/failure-message";
import { LIST_ACTION, LIST_ROLE } from "../commands";
import { MissingRight } from "../missing-right";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  link: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
});

export interface VaultCardProps {
  vaultName: string;
  /** Absent when the person cannot see it. */
  vault?: Vault;
}

/** The vault that secrets are chosen from, and what keeps the person from choosing. */
export function VaultCard({ vaultName, vault }: VaultCardProps) {
  const styles = useStyles();
  const cloud = useCloud();
  if (vault === undefined) {
    return (
      <MissingRight
        title={`You cannot see the key vault ${vaultName}`}
        action={LIST_ACTION}
        role={LIST_ROLE}
        vault={{ name: vaultName }}
      >
        The instance’s secrets come from that vault. Type the names of its secrets, or ask an
        administrator to run this:
      </MissingRight>
    );
  }
  return (
    <div className={styles.root}>
      <Card appearance="outline" role="group" aria-label="Key vault">
        <CardHeader
          image={<Key24Regular />}
          header={<Text weight="semibold">{vault.name}</Text>}
          description={
            <Link
              className={styles.link}
              href={portalLink(cloud, vault.id)}
              target="_blank"
              rel="noreferrer"
            >
              Open in Azure portal <Open16Regular aria-hidden="true" />
            </Link>
          }
        />
        <Facts
          label="Key vault"
          items={[
            { label: "Access", value: accessOf(vault) },
            { label: "Public access", value: publicAccessOf(vault) },
          ]}
        />
        <Text size={200}>
          This page lists and writes secrets through Azure Resource Manager, whatever the vault’s
          network rules. The cluster reads them from the vault itself and must be able to reach it.
        </Text>
      </Card>
      <ListProblem vault={vault} />
    </div>
  );
}

function ListProblem({ vault }: { vault: Vault }) {
  const { error, refetch } = useVaultSecrets(vault.id);
  if (!error) {
    return null;
  }
  return error instanceof AzureError && error.status === 403 ? (
    <MissingRight
      title="You may not list the secrets of this vault"
      action={LIST_ACTION}
      role={LIST_ROLE}
      vault={{ id: vault.id }}
    >
      Type the names of the secrets instead, or ask an administrator to run this:
    </MissingRight>
  ) : (
    <FailureMessage
      failure={describeFailure(error, "The vault’s secrets could not all be listed")}
      onRetry={() => void refetch()}
    />
  );
}

function accessOf({ properties }: Vault): string {
  return properties.enableRbacAuthorization === true
    ? "Azure role-based access control"
    : "Vault access policies";
}

function publicAccessOf({ properties }: Vault): string {
  if (properties.publicNetworkAccess?.toLowerCase() === "disabled") {
    return "Disabled";
  }
  return properties.networkAcls?.defaultAction?.toLowerCase() === "deny"
    ? "Selected networks"
    : "All networks";
}
