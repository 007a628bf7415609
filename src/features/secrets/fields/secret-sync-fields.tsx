import { describeFailure } from "../../../azure/http/describe-failure";
import type { SecretSync } from "../../../azure/secret-sync/secret-sync";
import { useSecretSyncs } from "../../../queries/secret-sync";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { Picker } from "../../../ui/picker";
import type { SourceFieldsProps } from "../artifact-secret-fields";
import { syncAdvice, syncVerdict } from "../chain/sync-verdict";
import { SyncBadge } from "../sync-badge";

/** Chooses one of the instance's secret syncs. */
export function SecretSyncFields({ instanceId, draft, onChange, errors }: SourceFieldsProps) {
  const { data, error, isPending, refetch } = useSecretSyncs(instanceId);
  if (error && data === undefined) {
    return (
      <FailureMessage
        failure={describeFailure(error, "The instance’s secret syncs could not be listed")}
        onRetry={() => void refetch()}
      />
    );
  }
  const chosen = data?.find(({ name }) => name === draft.secretSyncName);
  const isGone = data !== undefined && draft.secretSyncName !== "" && chosen === undefined;
  return (
    <>
      <Picker
        label="Secret sync"
        required
        items={(data ?? []).map((sync) => ({
          id: sync.name,
          label: sync.name,
          description: describeSync(sync),
          badge: <SyncBadge sync={sync} />,
        }))}
        selectedId={draft.secretSyncName === "" ? undefined : draft.secretSyncName}
        onSelect={(name) => onChange({ secretSyncName: name ?? "" })}
        isLoading={isPending}
        placeholder="Search by name, type or key"
        emptyText="This instance has no secret syncs yet."
        error={errors.secretSyncName}
        warning={isGone ? "The instance no longer has this secret sync." : undefined}
        hint="Its name is the name of the Kubernetes secret that the endpoint will refer to."
      />
      {chosen && <SyncRemark sync={chosen} />}
    </>
  );
}

function SyncRemark({ sync }: { sync: SecretSync }) {
  const verdict = syncVerdict(sync);
  if (verdict.state === "failed") {
    return (
      <Note intent="warning" title={`The cluster reports ${verdict.reason}`}>
        {verdict.message} {syncAdvice(verdict.reason)}
      </Note>
    );
  }
  return hasPullKeys(sync) ? null : (
    <Note intent="warning">
      This secret has the keys {keysOf(sync).join(", ")}. Registry credentials are kept under
      username and password, or under .dockerconfigjson.
    </Note>
  );
}

function describeSync(sync: SecretSync): string {
  return `${sync.properties.kubernetesSecretType} · ${keysOf(sync).join(", ")}`;
}

function keysOf({ properties }: SecretSync): string[] {
  return properties.objectSecretMapping.map(({ targetKey }) => targetKey);
}

function hasPullKeys(sync: SecretSync): boolean {
  const keys = keysOf(sync);
  return (
    keys.includes(".dockerconfigjson") || (keys.includes("username") && keys.includes("password"))
  );
}
