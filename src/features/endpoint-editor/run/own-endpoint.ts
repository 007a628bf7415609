import { failureOf } from "../../../azure/http/operations/provisioning-state";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { stableJson } from "../../../lib/stable-json";

/** Somebody else's endpoint has the name: a PUT would replace it. */
export class NameTakenError extends Error {
  constructor(endpoint: RegistryEndpoint) {
    super(
      `“${endpoint.name}” exists already on this instance, with the host ${endpoint.properties.host ?? "unknown"}. Creating would replace it: choose another name.`,
    );
    this.name = "NameTakenError";
  }
}

/**
 * True if the endpoint is what an earlier attempt of ours left behind: it ended in failure, or it has
 * just what we sent (the answer was lost on the way). Only asked when an attempt was sent.
 */
export function isLeftByUs(endpoint: RegistryEndpoint, body: RegistryEndpointBody): boolean {
  const { provisioningState, host, authentication, codeSigningCas } = endpoint.properties;
  const sent = body.properties;
  return (
    failureOf(provisioningState) !== undefined ||
    (host === sent.host &&
      stableJson(authentication) === stableJson(sent.authentication) &&
      stableJson(codeSigningCas ?? []) === stableJson(sent.codeSigningCas ?? []))
  );
}
