import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabel } from "../../../lib/authentication-labels";
import { userNames } from "../../../lib/endpoint-user-words";
import { stableJson } from "../../../lib/stable-json";
import { useEndpointUsers } from "../../../queries/endpoint-usage";
import { Note } from "../../../ui/note";
import type { EndpointDocument } from "../../../azure/iot-operations/endpoint-document";

interface ImpactNoteProps {
  base: RegistryEndpoint;
  document: EndpointDocument;
}

/** What another host or method means for the graphs and connectors that pull through the endpoint. */
export function ImpactNote({ base, document }: ImpactNoteProps) {
  const usage = useEndpointUsers(base.id).data;
  const { users = [] } = usage ?? {};
  const isUnused = usage !== undefined && users.length === 0 && usage.incomplete.length === 0;
  const { host, authentication } = document.properties;
  const isOtherHost = host !== base.properties.host;
  const isOtherAuthentication =
    stableJson(authentication) !== stableJson(base.properties.authentication);
  if (!isOtherHost && !isOtherAuthentication) return null;
  return (
    <Note
      intent={isUnused ? "info" : "warning"}
      title={
        isUnused
          ? `Nothing pulls through “${base.name}” at present`
          : `What pulls through “${base.name}” is affected`
      }
    >
      Data flow graphs and connector templates name this endpoint, not its registry.{" "}
      {isOtherHost &&
        `From their next pull on they ask ${String(host)}, which must have the same artifacts under the same names and tags. `}
      {isOtherAuthentication &&
        `From their next pull on they sign in with ${methodText(authentication)}, which must be allowed to pull there. `}
      What is already on the cluster keeps running until it is pulled again.
      {users.length > 0 && ` At present these name it: ${userNames(users)}.`}
    </Note>
  );
}

function methodText(authentication: unknown): string {
  const { method } = authentication as { method: string };
  return `“${authenticationLabel(method)}”`;
}
