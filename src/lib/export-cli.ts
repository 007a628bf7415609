import { azCommands } from "./clouds";
import { endpointNameOf, type ExportSource } from "./export-source";
import { shellWord } from "./shell-word";

/** Flags of `az iot ops registry create` by the member that they set. */
const SETTING_FLAGS: Record<string, string> = {
  audience: "--audience",
  clientId: "--client-id",
  tenantId: "--tenant-id",
  scope: "--scope",
  secretRef: "--secret-ref",
};

/** The Azure CLI command (extension azure-iot-ops) that creates the endpoint, for a POSIX shell. */
export function cliCommand(source: ExportSource): string {
  const { host, authentication, codeSigningCas } = source.body.properties;
  const flags: [flag: string, ...values: string[]][] = [
    ["--subscription", source.subscriptionId],
    ["--resource-group", source.resourceGroup],
    ["--instance", source.instanceName],
    ["--name", endpointNameOf(source)],
    ["--host", host],
    ["--auth-type", authentication.method],
    ...settingFlags(authentication),
  ];
  const secretRefs = references(codeSigningCas, "secretRef");
  if (secretRefs.length > 0) {
    flags.push(["--cs-secret-refs", ...secretRefs]);
  }
  const configMapRefs = references(codeSigningCas, "configMapRef");
  if (configMapRefs.length > 0) {
    flags.push(["--cs-config-map-refs", ...configMapRefs]);
  }
  // Azure CLI reads a value that starts with @ from the file of that name: nobody must run that unawares.
  if (flags.some(([, ...values]) => values.some((value) => value.startsWith("@")))) {
    return "# Azure CLI takes values that start with @ for file names, so there is no command for this endpoint.\n";
  }
  const command = ["az iot ops registry create", ...flags.map(flagText)].join(" \\\n  ");
  return `${azCommands(source.cloud ?? "AzureCloud", command)}\n`;
}

/** A value that starts with a hyphen would be read as another flag unless it is joined with `=`. */
function flagText([flag, ...values]: [flag: string, ...values: string[]]): string {
  const [first = ""] = values;
  return values.length === 1 && first.startsWith("-")
    ? `${flag}=${shellWord(first)}`
    : [flag, ...values.map(shellWord)].join(" ");
}

function settingFlags(authentication: object): [string, string][] {
  return Object.values(authentication)
    .filter((value: unknown) => typeof value === "object" && value !== null)
    .flatMap((settings: object) => Object.entries(settings))
    .flatMap(([member, value]: [string, unknown]): [string, string][] => {
      const flag = SETTING_FLAGS[member];
      return flag !== undefined && typeof value === "string" ? [[flag, value]] : [];
    });
}

function references(entries: readonly object[] | null | undefined, member: string): string[] {
  return (entries ?? []).flatMap((entry) =>
    Object.entries(entry).flatMap(([key, value]: [string, unknown]) =>
      key === member && typeof value === "string" ? [value] : [],
    ),
  );
}
