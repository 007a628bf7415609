import { makeStyles, tokens } from "@fluentui/react-components";
import { PlugConnected24Regular } from "@fluentui/react-icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { describeFailure } from "../../azure/http/describe-failure";
import { nameOf } from "../../azure/resource-id";
import { useAccount } from "../../queries/azure-context";
import { useEndpointToCopy } from "../../queries/endpoint-lookup";
import { useInstances } from "../../queries/instances";
import { FailureMessage } from "../../ui/failure-message";
import { Loading } from "../../ui/loading";
import { PageHeader } from "../../ui/page-header";
import { LoadingStopped, SlowLoading } from "../../ui/slow-loading";
import { validateEditorSearch } from "./editor-search";
import { emptyEditorValues, valuesFromEndpoint } from "./form/editor-values";
import { NoInstance } from "./no-instance";
import { ResumedWizard } from "./run/resumed-wizard";
import { Wizard } from "./wizard";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    rowGap: tokens.spacingVerticalM,
  },
});

/** Page `/endpoints/new`: creates a registry endpoint, empty or as a copy of another. */
export function CreateEndpointPage() {
  const styles = useStyles();
  const account = useAccount();
  const navigate = useNavigate();
  const { instance, from, resume } = validateEditorSearch(useSearch({ strict: false }));
  const instances = useInstances();
  const [round, setRound] = useState(0);
  const startOver = (instanceId: string) => {
    setRound((before) => before + 1);
    void navigate({ to: "/endpoints/new", search: { instance: instanceId } });
  };
  const key = JSON.stringify([account.id, instance, from, resume, round]);
  return (
    <div className={styles.root}>
      <PageHeader
        title="Create a registry endpoint"
        icon={<PlugConnected24Regular />}
        subtitle={from === undefined ? "Azure IoT Operations" : `As a copy of ${nameOf(from)}`}
      />
      {instances.data?.length === 0 ? (
        <NoInstance onRefresh={() => void instances.refetch()} />
      ) : resume !== undefined ? (
        <ResumedWizard key={key} resume={resume} onStartOver={startOver} />
      ) : from === undefined ? (
        <Wizard
          key={key}
          origin={{ instance }}
          baseline={emptyEditorValues({ instanceId: instance, tenantId: account.tenantId })}
          onStartOver={startOver}
        />
      ) : (
        <CopyWizard key={key} from={from} instance={instance} onStartOver={startOver} />
      )}
    </div>
  );
}

interface CopyWizardProps {
  from: string;
  instance?: string;
  onStartOver: (instanceId: string) => void;
}

/** The wizard with everything of another endpoint but its instance and name. */
function CopyWizard({ from, instance, onStartOver }: CopyWizardProps) {
  const account = useAccount();
  const source = useEndpointToCopy(from);
  if (source.isStopped) {
    return (
      <LoadingStopped
        description="The registry endpoint has not been read. Nothing was changed."
        onLoad={() => void source.refetch()}
      />
    );
  }
  if (source.isPending) {
    return (
      <SlowLoading
        slowText="Azure Resource Manager has not answered yet. The form opens as soon as it does."
        onStop={source.stop}
      >
        <Loading label={`Reading ${nameOf(from)}`} />
      </SlowLoading>
    );
  }
  if (source.isError) {
    return (
      <FailureMessage
        failure={describeFailure(source.error, `${nameOf(from)} could not be read`)}
        onRetry={() => void source.refetch()}
      />
    );
  }
  const empty = emptyEditorValues({ instanceId: instance, tenantId: account.tenantId });
  return (
    <Wizard
      origin={{ instance, from }}
      baseline={valuesFromEndpoint(source.data, empty)}
      onStartOver={onStartOver}
    />
  );
}
