import {
  knownAuthentication,
  type RegistryEndpoint,
} from "../../azure/iot-operations/registry-endpoint";

/** Name of the Kubernetes secret that an endpoint pulls with; undefined with any other method. */
export function pullSecretOf(endpoint: RegistryEndpoint | undefined): string | undefined {
  const authentication = endpoint && knownAuthentication(endpoint);
  return authentication?.method === "ArtifactPullSecret"
    ? authentication.artifactPullSecretSettings.secretRef
    : undefined;
}
