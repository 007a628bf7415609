import { Document } from "yaml";
import { endpointNameOf, exportedProperties, type ExportSource } from "./export-source";

const DEFAULT_NAMESPACE = "azure-iot-operations";

/** A manifest for `kubectl apply`, in the form of Microsoft's documentation. */
export function kubernetesManifest(source: ExportSource): string {
  const content = {
    apiVersion: "connectivity.iotoperations.azure.com/v1beta1",
    kind: "RegistryEndpoint",
    metadata: { name: endpointNameOf(source), namespace: source.namespace ?? DEFAULT_NAMESPACE },
    spec: exportedProperties(source),
  };
  const manifest = new Document(content, { aliasDuplicateObjects: false });
  manifest.commentBefore = [
    " Applied with kubectl, this endpoint exists on the cluster only: it is not synced to the cloud,",
    " so neither the Azure portal nor this one will list it.",
  ].join("\n");
  // A block scalar of spaces and line breaks alone would be read back without its spaces.
  return manifest.toString({ lineWidth: 0, blockQuote: false });
}
