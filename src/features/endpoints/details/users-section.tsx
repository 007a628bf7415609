import { Button, Text } from "@fluentui/react-components";
import { userKindLabel } from "../../../lib/endpoint-user-words";
import { useEndpointUsers } from "../../../queries/endpoint-usage";
import { Facts } from "../../../ui/facts";
import { Loading } from "../../../ui/loading";
import { Note } from "../../../ui/note";
import { PortalLink } from "./portal-link";

/** The dataflow graphs and connector templates that pull through the endpoint, as ARM names them. */
export function UsersSection({ endpointId }: { endpointId: string }) {
  const { data, refetch } = useEndpointUsers(endpointId);
  if (data === undefined) return <Loading label="Looking for what uses it…" />;
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
            : "No data flow graph and no connector template of the instance names this endpoint."}
        </Text>
      )}
      {incomplete.map((why) => (
        <Note
          key={why}
          intent="warning"
          title="There may be more"
          actions={
            <Button size="small" onClick={() => void refetch()}>
              Read again
            </Button>
          }
        >
          {" "}
          {why}
        </Note>
      ))}
    </>
  );
}
