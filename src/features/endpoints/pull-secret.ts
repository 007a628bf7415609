import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";

/** Name of the Kubernetes secret that an endpoint pulls with; undefined with any other method. */
export function pullSecretOf(endpoint: RegistryEndpoint | undefined): string | undefined {
  const authentication = endpoint?.properties.authentication;
  return authentication !== undefined && "artifactPullSecretSettings" in authentication
    ? authentication.artifactPullSecretSettings.secretRef
    : undefined;
}
