import { Card, Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import { describeFailure } from "../../../../azure/http/describe-failure";
import { usePullingIdentity, type PullingIdentity } from "../../../../queries/arc-extension";
import { CopyableText } from "../../../../ui/copyable-text";
import { Facts } from "../../../../ui/facts";
import { FailureMessage } from "../../../../ui/failure-message";
import { Loading } from "../../../../ui/loading";
import { Note } from "../../../../ui/note";
import { StatusBadge } from "../../../../ui/status-badge";
import { TextField } from "../../../../ui/text-field";
import { AdvancedSection } from "../../form/advanced-section";
import { useEditor, useTextValue } from "../../form/editor-context";
import { FieldAnchor } from "../../form/field-focus";
import { useChosenRegistry } from "../../form/use-chosen-registry";
import { ManagedIdentityWarnings, PullRoleCommand } from "./managed-identity-notes";

const useStyles = makeStyles({ heading: { margin: `0 0 ${tokens.spacingVerticalXS} 0` } });

/** The Arc extension's own identity pulls: who that is, what it needs, and the audience. */
export function SystemIdentityMethod() {
  const audience = useTextValue("audience");
  const { reading } = useChosenRegistry();
  return (
    <>
      <ManagedIdentityWarnings />
      {reading.kind === "acr" && <PullingIdentityCard />}
      <AdvancedSection isNeeded={audience.value !== "" || audience.error !== undefined}>
        <FieldAnchor name="audience">
          <TextField
            {...audience}
            label="Audience"
            placeholder="https://management.azure.com/"
            hint="Leave empty for the default, which for Azure Container Registry is https://management.azure.com/."
          />
        </FieldAnchor>
      </AdvancedSection>
      <Note intent="info" title="What changed">
        Documents of 2025 also name extensionName and tenantId here. The API has neither: only the
        audience can be set.
      </Note>
    </>
  );
}

function PullingIdentityCard() {
  const styles = useStyles();
  const { instance } = useEditor();
  const identity = usePullingIdentity(instance?.id ?? "");
  if (instance === undefined) {
    return null;
  }
  if (identity.isPending) {
    return <Loading label="Looking for the identity that will pull" />;
  }
  if (identity.isError) {
    return (
      <FailureMessage
        failure={describeFailure(identity.error, "The identity that will pull could not be found")}
        onRetry={() => void identity.refetch()}
      />
    );
  }
  const { extensionName, principalId } = identity.data;
  return (
    <>
      <Card>
        <Subtitle2 as="h3" className={styles.heading}>
          This identity will pull
        </Subtitle2>
        <Facts label="Pulling identity" items={identityFacts(identity.data)} />
      </Card>
      {principalId === undefined ? (
        <Note intent="warning" title="The pulling identity was not found">
          {extensionName === undefined
            ? `The cluster ${identity.data.clusterName} shows no extension of type microsoft.iotoperations.`
            : `The extension ${extensionName} has no system-assigned identity.`}
        </Note>
      ) : (
        <PullRoleCommand principalId={principalId} />
      )}
    </>
  );
}

function identityFacts(identity: PullingIdentity) {
  const { extensionName, extensionVersion, principalId, tenantId, clusterName } = identity;
  const status = identity.connectivityStatus;
  return [
    {
      label: "Arc extension",
      value:
        extensionName === undefined ? (
          "Not found"
        ) : (
          <CopyableText value={extensionName} label="Arc extension" />
        ),
    },
    {
      label: "Principal ID",
      value:
        principalId === undefined ? (
          "Not known"
        ) : (
          <CopyableText value={principalId} label="principal ID" />
        ),
    },
    { label: "Extension version", value: extensionVersion ?? "Not known" },
    { label: "Tenant", value: tenantId ?? "Not known" },
    { label: "Cluster", value: clusterName },
    {
      label: "Connectivity",
      value:
        status === undefined ? (
          "Not known"
        ) : (
          <StatusBadge intent={status === "Connected" ? "success" : "warning"} label={status} />
        ),
    },
  ];
}
