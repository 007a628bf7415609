import { shellWord } from "./shell-word";

/** Built-in roles that allow pulling; registries in ABAC mode do not honour AcrPull. */
export type PullRole = "AcrPull" | "Container Registry Repository Reader";

/** The role that lets an identity pull from a registry (Azure Container Registry, ABAC documentation). */
export function pullRoleOf(isAbac: boolean | undefined): PullRole {
  return isAbac === true ? "Container Registry Repository Reader" : "AcrPull";
}

interface PullRoleCommandOptions {
  /** Object id of the identity, not its client id. */
  principalId: string;
  /** ARM id of the registry; without it the command looks the id up. */
  registryId?: string;
  loginServer: string;
  isAbac?: boolean;
}

/** The Azure CLI command that grants the pull role. Names the principal's type, or a new identity may not be found. */
export function pullRoleCommand(options: PullRoleCommandOptions): string {
  const registryName = options.loginServer.split(".")[0] ?? "";
  const scope =
    options.registryId === undefined
      ? `"$(az acr show --name ${shellWord(registryName)} --query id --output tsv)"`
      : shellWord(options.registryId);
  return [
    "az role assignment create",
    `--assignee-object-id ${shellWord(options.principalId)}`,
    "--assignee-principal-type ServicePrincipal",
    `--role ${shellWord(pullRoleOf(options.isAbac))}`,
    `--scope ${scope}`,
  ].join(" \\\n  ");
}
