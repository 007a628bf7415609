import { kqlString } from "../../azure/resource-graph/kql";
import { authenticationLabels } from "../../lib/authentication-labels";
import type { ColumnId } from "../../lib/endpoint-query/columns";
import { registryGroupLabels, type RegistryGroup } from "../../lib/endpoint-query/registry-group";
import { VERSION_PADDING, VERSION_PARTS } from "../../lib/endpoint-query/version-order";
import {
  ACR_SUFFIXES,
  ARTIFACT_REGISTRIES,
  DNS_LABEL,
  DOCKER_HUB_NAMES,
  GITHUB_NAMES,
  KNOWN_HOSTS,
} from "../../lib/registry-kind";
import { PARENT_KQL, type JoinedTable } from "./endpoints-kql";

/** Columns that Resource Graph can compute: all but the use, which it does not know. */
export type KqlColumnId = Exclude<ColumnId, "usage">;

const HOSTNAME = "tolower(tostring(split(tostring(split(host, '/')[0]), ':')[0]))";

/** Each column as an expression on the endpoints. Its text is folded where it is compared. */
export const columnKql: Readonly<Record<KqlColumnId, string>> = {
  name: "name",
  host: "host",
  registry: registryCase((group) => group),
  registryLabel: registryCase((group) => registryGroupLabels[group]),
  method: "authentication",
  methodLabel: methodCase(),
  provisioningState: "provisioningState",
  instanceId: PARENT_KQL.id,
  instanceName: PARENT_KQL.name,
  version: "instanceVersion",
  versionOrder: versionOrderKql("tolower(instanceVersion)"),
  site: "site",
  location: "location",
  resourceGroup: PARENT_KQL.resourceGroup,
  subscriptionId: PARENT_KQL.subscriptionId,
  subscriptionName: `iff(isempty(displayName), ${PARENT_KQL.subscriptionId}, displayName)`,
  tags: "tagLines",
};

/** The columns that are not the endpoint's own. */
export const tableOfColumn: Partial<Record<ColumnId, JoinedTable>> = {
  version: "instances",
  versionOrder: "instances",
  site: "instances",
  location: "instances",
  tags: "instances",
  subscriptionName: "subscriptions",
};

/** As `registryGroupOf`. */
function registryCase(text: (group: RegistryGroup) => string): string {
  const suffixes = ACR_SUFFIXES.map((suffix) => suffix.replaceAll(".", String.raw`\.`)).join("|");
  const acr = DNS_LABEL.source.replace(/\$$/, `(?:${suffixes})$`);
  const tests: [RegistryGroup, string][] = [
    ["acr", `${HOSTNAME} matches regex ${kqlString(acr)}`],
    ["mcr", `${HOSTNAME} in ${listOf(ARTIFACT_REGISTRIES)}`],
    ["github", `${HOSTNAME} in ${listOf(GITHUB_NAMES)}`],
    ["dockerhub", `${HOSTNAME} in ${listOf(DOCKER_HUB_NAMES)}`],
    ...Object.entries(KNOWN_HOSTS).map(([group, host]): [RegistryGroup, string] => [
      group as keyof typeof KNOWN_HOSTS,
      `${HOSTNAME} matches regex ${kqlString(host)}`,
    ]),
  ];
  const cases = tests.map(([group, test]) => `${test}, ${kqlString(text(group))}`);
  return `case(${cases.join(", ")}, ${kqlString(text("other"))})`;
}

/** As `authenticationText`. */
function methodCase(): string {
  const cases = authenticationLabels.map(
    ({ method, label }) => `authentication =~ ${kqlString(method)}, ${kqlString(label)}`,
  );
  return `case(${cases.join(", ")}, authentication)`;
}

/** As `versionOrder`. */
function versionOrderKql(version: string): string {
  const padded = Array.from({ length: VERSION_PARTS }, (_, index) => {
    const part = `tostring(split(${version}, '.')[${index}])`;
    return `substring(${kqlString(VERSION_PADDING)}, strlen(${part})), ${part}`;
  });
  return `iff(isempty(${version}), '', strcat(${padded.join(", '.', ")}, ' ', ${version}))`;
}

function listOf(texts: Iterable<string>): string {
  return `(${[...texts].map(kqlString).join(", ")})`;
}
