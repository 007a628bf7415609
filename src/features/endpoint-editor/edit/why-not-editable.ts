import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabels } from "../../../lib/authentication-labels";

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
