import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Edit24Regular } from "@fluentui/react-icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { idKey, nameOf } from "../../../azure/resource-id";
import { endpointIdOf, endpointPath } from "../../../lib/endpoint-url";
import { useAccount } from "../../../queries/azure-context";
import { useEndpointToEdit } from "../../../queries/endpoint-lookup";
import { useStoredWork } from "../../../queries/work/use-work";
import { FailureMessage } from "../../../ui/failure-message";
import { Loading } from "../../../ui/loading";
import { Note } from "../../../ui/note";
import { PageHeader } from "../../../ui/page-header";
import { LoadingStopped, SlowLoading } from "../../../ui/slow-loading";
import { readEditorValues } from "../draft-storage";
import { emptyEditorValues } from "../form/editor-values";
import { EditWizard } from "./edit-wizard";
import { whyNotEditable } from "./why-not-editable";
import { valuesOf } from "./update-document";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    rowGap: tokens.spacingVerticalM,
  },
});

/** Page `/endpoints/…/edit`: changes a registry endpoint. */
export function EditEndpointPage() {
  const styles = useStyles();
  const parameters: unknown = useParams({ strict: false });
  const id = editedId(parameters as Record<string, string>);
  const source = useEndpointToEdit(id);
  const navigate = useNavigate();
  return (
    <div className={styles.root}>
      <PageHeader
        title={`Edit ${nameOf(id)}`}
        icon={<Edit24Regular />}
        subtitle={`Registry endpoint of instance ${nameOf(id.slice(0, id.lastIndexOf("/registryEndpoints/")))}`}
      />
      {source.isStopped ? (
        <LoadingStopped
          description="The registry endpoint has not been read. Nothing was changed."
          onLoad={() => void source.refetch()}
        />
      ) : (
        source.isPending && (
          <SlowLoading
            slowText="Azure Resource Manager has not answered yet. The form opens as soon as it does."
            onStop={source.stop}
          >
            <Loading label={`Reading ${nameOf(id)}`} />
          </SlowLoading>
        )
      )}
      {source.isError && (
        <>
          <FailureMessage
            failure={describeFailure(source.error, `${nameOf(id)} could not be read`)}
            onRetry={() => void source.refetch()}
          />
          <div>
            <Button onClick={() => void navigate({ to: "/endpoints" })}>
              Back to registry endpoints
            </Button>
          </div>
        </>
      )}
      {source.data && <LoadedEditor key={idKey(id)} endpoint={source.data} />}
    </div>
  );
}

function LoadedEditor({ endpoint }: { endpoint: RegistryEndpoint }) {
  const account = useAccount();
  const navigate = useNavigate();
  // A saving that an earlier page began goes on from its form and from what that was filled from.
  const record = useStoredWork(endpoint.id);
  const reason = whyNotEditable(endpoint);
  if (reason !== undefined) {
    return (
      <Note
        intent="warning"
        title={`“${endpoint.name}” cannot be edited here without losing something`}
        actions={
          <Button onClick={() => void navigate({ href: endpointPath(endpoint.id) })}>
            Back to the endpoint
          </Button>
        }
      >
        {reason} Change it in the Azure portal or with the Azure CLI.
      </Note>
    );
  }
  const stored = record?.kind === "update" ? readEditorValues(record.values) : undefined;
  const empty = emptyEditorValues({ tenantId: account.tenantId });
  return stored === undefined ? (
    <EditWizard loaded={endpoint} baseline={valuesOf(endpoint, empty)} />
  ) : (
    <EditWizard loaded={record?.base ?? endpoint} baseline={stored} />
  );
}

/** The id that the path's parameters spell. */
function editedId(parameters: Record<string, string>): string {
  const { subscriptionId = "", resourceGroup = "", instanceName = "", name = "" } = parameters;
  return endpointIdOf(
    `subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.IoTOperations/instances/${instanceName}/registryEndpoints/${name}`,
  );
}
