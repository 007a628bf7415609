export type CloudName = "AzureCloud" | "AzureUSGovernment" | "AzureChinaCloud";

/** What differs between the clouds of Azure. Origins have no trailing slash. */
export interface CloudPreset {
  label: string;
  /** Origin of Azure Resource Manager. */
  resourceManager: string;
  /** The one scope that tokens for it are asked for: another spelling is another token. */
  scope: string;
  /** Origin of the sign-in service. */
  signIn: string;
  /** Origin of the Azure portal. */
  portal: string;
  /** What the login server of an Azure Container Registry ends with. */
  registrySuffix: string;
  /** Host of the Microsoft Artifact Registry. */
  artifactRegistry: string;
}

/**
 * The clouds by the name that Azure CLI knows them by. Endpoints and suffixes as Azure CLI has them
 * (`az cloud show`), sign-in hosts as MSAL prefers them (`AuthorityMetadata`).
 */
export const CLOUDS: Readonly<Record<CloudName, CloudPreset>> = {
  AzureCloud: {
    label: "Azure",
    resourceManager: "https://management.azure.com",
    scope: "https://management.azure.com/user_impersonation",
    signIn: "https://login.microsoftonline.com",
    portal: "https://portal.azure.com",
    registrySuffix: ".azurecr.io",
    artifactRegistry: "mcr.microsoft.com",
  },
  AzureUSGovernment: {
    label: "Azure US Government",
    resourceManager: "https://management.usgovcloudapi.net",
    scope: "https://management.usgovcloudapi.net/user_impersonation",
    signIn: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
    registrySuffix: ".azurecr.us",
    artifactRegistry: "mcr.microsoft.com",
  },
  AzureChinaCloud: {
    label: "Azure operated by 21Vianet",
    resourceManager: "https://management.chinacloudapi.cn",
    scope: "https://management.chinacloudapi.cn/user_impersonation",
    signIn: "https://login.partner.microsoftonline.cn",
    portal: "https://portal.azure.cn",
    registrySuffix: ".azurecr.cn",
    artifactRegistry: "mcr.azure.cn",
  },
};

export const CLOUD_NAMES = Object.keys(CLOUDS) as CloudName[];

/**
 * Commands of Azure CLI for a cloud: those for another one than the public one begin by choosing it, since
 * the CLI asks the public one unless told.
 */
export function azCommands(cloud: CloudName, commands: string): string {
  return cloud === "AzureCloud" ? commands : `az cloud set --name ${cloud}\n${commands}`;
}
