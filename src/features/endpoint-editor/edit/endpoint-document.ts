import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabels } from "../../../lib/authentication-labels";

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

/** Why the form cannot hold this endpoint without losing something of it, or undefined when it can. */
export function whyNotEditable({ properties }: RegistryEndpoint): string | undefined {
  const method = properties.authentication?.method;
  if (!authenticationLabels.some((known) => known.method === method)) {
    return `Its authentication method ${method ?? "is missing"} is none that this version of the portal knows.`;
  }
  const unknownKey = (properties.codeSigningCas ?? []).find(
    ({ type }: { type: string }) => type !== "Secret" && type !== "ConfigMap",
  );
  return unknownKey === undefined
    ? undefined
    : `Its signing key of type ${String(unknownKey.type)} is none that this version of the portal knows.`;
}

function withoutMembers(record: object, members: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([member]) => !members.has(member)));
}
