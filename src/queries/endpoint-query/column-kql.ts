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
} from "../../lib/registry-kind";

/** Columns that Resource Graph can compute: all but the use, which it does not know. */
export type KqlColumnId = Exclude<ColumnId, "usage">;

/** Each column as an expression on the rows of `endpointsKql`. Its text is folded where it is compared. */
export const columnKql: Readonly<Record<KqlColumnId, string>> = {
  id: "id",
  name: "name",
  host: "host",
  registry: registryCase((group) => group),
  registryLabel: registryCase((group) => registryGroupLabels[group]),
  method: "authentication",
  methodLabel: methodCase(),
  provisioningState: "provisioningState",
  instanceId: "instanceId",
  instanceName: "instanceName",
  version: "instanceVersion",
  versionOrder: versionOrderKql("tolower(instanceVersion)"),
  site: "site",
  location: "location",
  resourceGroup: "resourceGroup",
  subscriptionId: "subscriptionId",
  subscriptionName: "subscriptionName",
  tags: "tagLines",
};

/** As `registryGroupOf`, from `hostname`, which is in lower case and has no port or path. */
function registryCase(text: (group: RegistryGroup) => string): string {
  const suffixes = ACR_SUFFIXES.map((suffix) => suffix.replaceAll(".", String.raw`\.`)).join("|");
  const acr = DNS_LABEL.source.replace(/\$$/, `(?:${suffixes})$`);
  const tests: [RegistryGroup, string][] = [
    ["acr", `hostname matches regex ${kqlString(acr)}`],
    ["mcr", `hostname in ${listOf(ARTIFACT_REGISTRIES)}`],
    ["github", `hostname in ${listOf(GITHUB_NAMES)}`],
    ["dockerhub", `hostname in ${listOf(DOCKER_HUB_NAMES)}`],
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
