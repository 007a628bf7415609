import { armTemplate } from "./export-arm";
import { bicepFile } from "./export-bicep";
import { cliCommand } from "./export-cli";
import { kubernetesManifest } from "./export-kubernetes";
import { endpointNameOf, type ExportSource } from "./export-source";

/** One way of creating the same endpoint outside the portal. */
export interface EndpointExport {
  id: "arm" | "bicep" | "cli" | "kubernetes";
  label: string;
  fileName: string;
  code: string;
}

/**
 * The endpoint as ARM JSON, Bicep, Azure CLI and Kubernetes YAML. Every value is escaped for its
 * language; secrets appear by name only, because the body holds nothing else.
 */
export function endpointExports(source: ExportSource): EndpointExport[] {
  const name = endpointNameOf(source).replaceAll(/[^A-Za-z0-9._-]/g, "-");
  return [
    { id: "arm", label: "ARM JSON", fileName: `${name}.json`, code: armTemplate(source) },
    { id: "bicep", label: "Bicep", fileName: `${name}.bicep`, code: bicepFile(source) },
    { id: "cli", label: "Azure CLI", fileName: `${name}.sh`, code: cliCommand(source) },
    {
      id: "kubernetes",
      label: "Kubernetes YAML",
      fileName: `${name}.yaml`,
      code: kubernetesManifest(source),
    },
  ];
}
