import { userNames } from "../../../lib/endpoint-user-words";
import { useEndpointUsers } from "../../../queries/endpoint-usage";
import { Note } from "../../../ui/note";

/** Names what pulls through an endpoint that is about to go, or says that it could not be read. */
export function UsersNote({ endpointId }: { endpointId: string }) {
  const { users = [], incomplete = [] } = useEndpointUsers(endpointId).data ?? {};
  if (users.length === 0 && incomplete.length > 0) {
    return (
      <Note intent="warning" title="It may be in use">
        {" "}
        {incomplete.join(" ")}
      </Note>
    );
  }
  if (users.length === 0) return null;
  return (
    <Note intent="warning" title="It is in use">
      Without it, {userNames(users)} can no longer pull.
      {incomplete.length > 0 && " There may be more: not everything could be read."}
    </Note>
  );
}
