import { useWatch } from "react-hook-form";
import { readHost, type HostReading } from "../../../lib/host";
import { useRegistries, useRegistry, type RegistryOption } from "../../../queries/registries";
import { useEditor } from "./editor-context";
import type { EditorValues } from "./editor-values";

/** The host that will be sent and, when it is an Azure registry that the person can see, its settings. */
export function useChosenRegistry(): { reading: HostReading; registry?: RegistryOption } {
  const { instance } = useEditor();
  const [source, acrHost, hostText] = useWatch<
    EditorValues,
    ["registrySource", "acrHost", "hostText"]
  >({ name: ["registrySource", "acrHost", "hostText"] });
  const reading = readHost(source === "acr" ? acrHost : hostText, instance?.version);
  const listed = useRegistries().data?.find(
    (registry) => registry.loginServer === reading.hostname,
  );
  // ARM's own answer is newer and has the role mode; Resource Graph's does until it arrives.
  const detail = useRegistry(reading.kind === "acr" ? (listed?.id ?? "") : "");
  return { reading, registry: listed === undefined ? undefined : (detail.data ?? listed) };
}
