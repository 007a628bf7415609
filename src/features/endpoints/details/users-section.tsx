import { Text } from "@fluentui/react-components";
import { describeFailure } from "../../../azure/http/describe-failure";
import { userKindLabel } from "../../../lib/endpoint-user-words";
import { useEndpointUsers } from "../../../queries/endpoint-usage";
import { Facts } from "../../../ui/facts";
import { FailureMessage } from "../../../ui/failure-message";
import { Loading } from "../../../ui/loading";
import { Note } from "../../../ui/note";
import { PortalLink } from "./portal-link";

/** The dataflow graphs and connector templates that pull through the endpoint, as ARM names them. */
export function UsersSection({ endpointId }: { endpointId: string }) {
  const { data, error, isPending, refetch } = useEndpointUsers(endpointId);
  if (isPending) return <Loading label="Looking for what uses it…" />;
  if (error) {
    return (
      <FailureMessage
        failure={describeFailure(error, "What uses the endpoint could not be read")}
        onRetry={() => void refetch()}
      />
    );
  }
  const { users, incomplete } = data;
  return (
    <>
      {users.length > 0 ? (
        <Facts
          label="Used by"
          items={users.map(({ id, name, kind }, at) => ({
            label: `${at + 1}. ${userKindLabel(kind)}`,
            value: <PortalLink id={id}>{name}</PortalLink>,
          }))}
        />
      ) : (
        <Text>
          {incomplete.length > 0
            ? "Nothing that could be read names this endpoint."
            : "No dataflow graph and no connector template of the instance names this endpoint."}
        </Text>
      )}
      {incomplete.map((why) => (
        <Note key={why} intent="warning" title="There may be more">
          {why}
        </Note>
      ))}
    </>
  );
}
