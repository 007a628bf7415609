/** What may pull through a registry endpoint. */
type EndpointUserKind = "dataflowGraph" | "akriConnectorTemplate";

const KINDS: Record<EndpointUserKind, string> = {
  dataflowGraph: "Data flow graph",
  akriConnectorTemplate: "Connector template",
};

/** How many users a sentence names before it counts the others. */
const NAMED_AT_MOST = 5;

/** What a kind of user is called, with a capital. */
export function userKindLabel(kind: EndpointUserKind): string {
  return KINDS[kind];
}

/** Users in a sentence: `dataflow graph “a”, connector template “b” and 3 more`. */
export function userNames(users: readonly { name: string; kind: EndpointUserKind }[]): string {
  const named = users
    .slice(0, NAMED_AT_MOST)
    .map(({ name, kind }) => `${KINDS[kind].toLowerCase()} “${name}”`);
  const more = users.length - named.length;
  const parts = more > 0 ? [...named, `${more} more`] : named;
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
