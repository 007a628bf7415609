import { createContext, useContext } from "react";
import { azCommands, type CloudName } from "../lib/clouds";
import { escapedPath } from "../lib/escaped-path";

/** The Azure cloud that the app talks to. Origins have no trailing slash. */
export interface CloudSettings {
  cloud: CloudName;
  /** Origin of Azure Resource Manager. */
  resourceManager: string;
  /** Origin of the Azure portal. */
  portal: string;
}

/** Filled by `AzureProvider`. */
export const CloudContext = createContext<CloudSettings | undefined>(undefined);

export function useCloud(): CloudSettings {
  const cloud = useContext(CloudContext);
  if (!cloud) throw new Error("This component must be rendered inside <AzureProvider>.");
  return cloud;
}

/** Returns the function that makes commands of Azure CLI work in the app's cloud. */
export function useAzCommands(): (commands: string) => string {
  const { cloud } = useCloud();
  return (commands) => azCommands(cloud, commands);
}

/** Address of a resource's page in the Azure portal. Segments are escaped, slashes kept. */
export function portalLink(cloud: CloudSettings, resourceId: string): string {
  return `${cloud.portal}/#resource${escapedPath(resourceId)}`;
}

/** Address of the Azure portal's Resource Graph Explorer with a query in it (documentation's own links). */
export function resourceGraphExplorerLink({ portal }: CloudSettings, query: string): string {
  // Half a surrogate pair is nothing that a URL can hold.
  const text = query.replaceAll(/\p{Cs}/gu, "\uFFFD");
  return `${portal}/#blade/HubsExtension/ArgQueryBlade/query/${encodeURIComponent(text)}`;
}
