import type { RegistryEndpoint, RegistryEndpointBody } from "./registry-endpoint";

/** The body of a PUT as it is sent, with whatever members Azure has that we do not know. */
export interface EndpointDocument {
  properties: Record<string, unknown>;
  [member: string]: unknown;
}

/** Read-only in Microsoft.IoTOperations 2026-07-01, and ARM's own envelope: not part of a PUT. */
const ENVELOPE = new Set(["id", "name", "type", "systemData"]);
const COMPUTED = new Set(["provisioningState", "healthState"]);

/** Everything of an endpoint that a PUT sends back, since PUT replaces what it does not name. */
export function documentOf(endpoint: RegistryEndpoint | RegistryEndpointBody): EndpointDocument {
  return {
    ...withoutMembers(endpoint, ENVELOPE),
    properties: withoutMembers(endpoint.properties, COMPUTED),
  };
}

function withoutMembers(record: object, members: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([member]) => !members.has(member)));
}
