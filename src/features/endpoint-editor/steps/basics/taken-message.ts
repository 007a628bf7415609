import type { RegistryEndpoint } from "../../../../azure/iot-operations/registry-endpoint";

/** Why a name cannot be used: creating would replace what has it. */
export function takenMessage({ name, properties }: RegistryEndpoint): string {
  return `“${name}” is taken on this instance (host ${properties.host ?? "unknown"}). Choose another name: creating would replace it.`;
}
