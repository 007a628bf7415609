import { makeStyles, tokens } from "@fluentui/react-components";
import { CloudLinkRegular } from "@fluentui/react-icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { isNotFound } from "../../azure/http/azure-error";
import { describeFailure } from "../../azure/http/describe-failure";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { endpointIdOf } from "../../lib/endpoint-url";
import { useEndpointUsers } from "../../queries/endpoint-usage";
import { useEndpoint } from "../../queries/registry-endpoints";
import { useOwnWrites } from "../../queries/use-own-writes";
import { FailureMessage } from "../../ui/failure-message";
import { RowsSkeleton } from "../../ui/loading";
import { PageHeader } from "../../ui/page-header";
import { LoadingStopped, SlowLoading } from "../../ui/slow-loading";
import { PullSecretWarning } from "../secrets";
import { DeleteEndpointDialog } from "./delete/delete-endpoint-dialog";
import { AuthenticationSection } from "./details/authentication-section";
import { parseEndpointId, type EndpointAddress } from "./details/endpoint-address";
import { EndpointCommands } from "./details/endpoint-commands";
import { Essentials } from "./details/essentials";
import { ExportsSection } from "./details/exports-section";
import { MissingEndpoint } from "./details/missing-endpoint";
import { Section } from "./details/section";
import { TrustSection } from "./details/trust-section";
import { UsersSection } from "./details/users-section";
import { ProvisioningBadge } from "./provisioning-badge";
import { pullSecretOf } from "./pull-secret";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXL,
    minWidth: 0,
    maxWidth: "1200px",
  },
});

/** One registry endpoint, read from ARM: its address is the ARM id in the URL. */
export function EndpointPage() {
  const parameters: unknown = useParams({ strict: false });
  const { _splat: splat = "" } = parameters as { _splat?: string };
  const address = parseEndpointId(endpointIdOf(splat));
  return address === undefined ? (
    <MissingEndpoint wasShown={false} />
  ) : (
    <EndpointDetails key={idKey(address.id)} address={address} />
  );
}

function EndpointDetails({ address }: { address: EndpointAddress }) {
  const navigate = useNavigate();
  const endpoint = useEndpoint(address.id);
  const users = useEndpointUsers(address.id);
  const { snapshot } = useOwnWrites();
  const [isDeleteOpen, setDeleteOpen] = useState(false);
  const pending = snapshot.pending.get(idKey(address.id));
  const own = snapshot.writes.get(idKey(address.id));
  const isMissing = isNotFound(endpoint.error);
  return (
    <>
      {isMissing ? (
        <MissingEndpoint
          name={address.name}
          instanceName={address.instanceName}
          wasShown={own !== undefined && own.endpoint === undefined}
        />
      ) : (
        <LoadedPage
          address={address}
          endpoint={endpoint.data}
          error={endpoint.error}
          isFetching={endpoint.isFetching}
          isStopped={endpoint.isStopped}
          onStop={endpoint.stop}
          isDeleting={pending?.change === "deleting"}
          onRefresh={() => {
            void endpoint.refetch();
            void users.refetch();
          }}
          onDelete={() => setDeleteOpen(true)}
        />
      )}
      {isDeleteOpen && (
        <DeleteEndpointDialog
          endpoint={{ ...address, host: endpoint.data?.properties.host ?? "" }}
          onClose={() => setDeleteOpen(false)}
          onDeleted={() => void navigate({ to: "/endpoints" })}
        />
      )}
    </>
  );
}

interface LoadedPageProps {
  address: EndpointAddress;
  endpoint: RegistryEndpoint | undefined;
  error: Error | null;
  isFetching: boolean;
  isStopped: boolean;
  onStop: () => void;
  isDeleting: boolean;
  onRefresh: () => void;
  onDelete: () => void;
}

function LoadedPage(props: LoadedPageProps) {
  const { address, endpoint, error, isStopped, onStop, ...commands } = props;
  const styles = useStyles();
  const state = endpoint?.properties.provisioningState ?? "";
  return (
    <div className={styles.root}>
      <PageHeader
        title={address.name}
        subtitle={`Registry endpoint of instance ${address.instanceName}`}
        icon={<CloudLinkRegular />}
        badge={
          endpoint && (
            <ProvisioningBadge
              state={state}
              change={commands.isDeleting ? "deleting" : undefined}
            />
          )
        }
        commands={<EndpointCommands id={address.id} {...commands} />}
      />
      {error && (
        <FailureMessage
          failure={describeFailure(error, "The registry endpoint could not be read")}
          onRetry={commands.onRefresh}
        />
      )}
      {endpoint && <EndpointSections address={address} endpoint={endpoint} />}
      {isStopped && (
        <LoadingStopped
          description="The registry endpoint has not been read. Nothing was changed."
          onLoad={commands.onRefresh}
        />
      )}
      {!endpoint && !error && !isStopped && (
        <SlowLoading
          slowText="Azure Resource Manager has not answered yet. The registry endpoint appears as soon as it does."
          onStop={onStop}
        >
          <RowsSkeleton label={`Loading ${address.name}`} rows={6} columns={2} />
        </SlowLoading>
      )}
    </div>
  );
}

const AUTHENTICATION_ID = "authentication";

function EndpointSections(props: { address: EndpointAddress; endpoint: RegistryEndpoint }) {
  const { address, endpoint } = props;
  const secretRef = pullSecretOf(endpoint);
  return (
    <>
      {secretRef !== undefined && (
        <PullSecretWarning
          instanceId={address.instanceId}
          secretRef={secretRef}
          chainElementId={AUTHENTICATION_ID}
        />
      )}
      <Section title="Essentials">
        <Essentials address={address} endpoint={endpoint} />
      </Section>
      <Section id={AUTHENTICATION_ID} title="Authentication">
        <AuthenticationSection instanceId={address.instanceId} endpoint={endpoint} />
      </Section>
      <Section title="Trust">
        <TrustSection codeSigningCas={endpoint.properties.codeSigningCas} />
      </Section>
      <Section title="Used by">
        <UsersSection endpointId={address.id} />
      </Section>
      <Section title="As code">
        <ExportsSection address={address} endpoint={endpoint} />
      </Section>
    </>
  );
}
