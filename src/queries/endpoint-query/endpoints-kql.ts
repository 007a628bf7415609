import { kql } from "../../azure/resource-graph/kql";
import type { NamedTag } from "../../lib/endpoint-query/clause-columns";

/** Stands between tags in `tagLines`, and between texts that are searched together. */
export const LINE_BREAK = "\n";

/** What else than the endpoints is read; each is a join, and a query may have three. */
export type JoinedTable = "instances" | "subscriptions";

/** The column that counts an instance's tags of a name and value. */
export function tagCountColumn(position: number): string {
  return `tagCount${position}`;
}

/** Every registry endpoint. */
export const ENDPOINTS_KQL = `resources
| where type =~ 'microsoft.iotoperations/instances/registryendpoints'
| project id, name, host = tostring(properties.host), authentication = tostring(properties.authentication.method), provisioningState = tostring(properties.provisioningState)`;

/** What an endpoint's id says of its instance; the case of names there may be another than the instance's. */
export const PARENT_KQL = {
  id: "substring(id, 0, strlen(id) - strlen(name) - strlen('/registryEndpoints/'))",
  name: "tostring(split(id, '/')[8])",
  resourceGroup: "tostring(split(id, '/')[4])",
  subscriptionId: "tostring(split(id, '/')[2])",
} as const;

/**
 * Adds another table's columns to the endpoints, empty where the index does not show the instance or
 * subscription; for instances with a count for each of `tags`.
 */
export function joinKql(table: JoinedTable, tags: readonly NamedTag[]): string {
  return table === "instances"
    ? `| extend instanceKey = tolower(${PARENT_KQL.id})
| join kind=leftouter (${instancesKql(tags)}) on instanceKey`
    : `| extend subscriptionKey = tolower(${PARENT_KQL.subscriptionId})
| join kind=leftouter (resourcecontainers
  | where type =~ 'microsoft.resources/subscriptions'
  | project subscriptionKey = tolower(subscriptionId), displayName = name) on subscriptionKey`;
}

/** A row of the list, from endpoints that both tables are joined to. */
export const ROW_COLUMNS_KQL = [
  "id, name, host, authentication, provisioningState",
  `instanceId = iff(isempty(knownId), ${PARENT_KQL.id}, knownId)`,
  `instanceName = iff(isempty(knownName), ${PARENT_KQL.name}, knownName)`,
  "instanceVersion, site, location",
  `resourceGroup = ${PARENT_KQL.resourceGroup}`,
  `subscriptionId = ${PARENT_KQL.subscriptionId}`,
  `subscriptionName = iff(isempty(displayName), ${PARENT_KQL.subscriptionId}, displayName)`,
  "tags = iff(isempty(tagsText), dynamic(null), parse_json(tagsText))",
].join(", ");

/**
 * Instances with their tags as lines. Names of tags are compared in any case, as Azure does, for which
 * each must be a row of its own for a moment; an instance without tags keeps one row.
 */
function instancesKql(tags: readonly NamedTag[]): string {
  const counts = tags.map(({ name, value }, position) => {
    const before = `${name}=`;
    const isWanted = kql`tagLine startswith ${before} and substring(tagLine, strlen(${before})) contains ${value}`;
    return `, ${tagCountColumn(position)} = countif(${isWanted})`;
  });
  return `resources
  | where type =~ 'microsoft.iotoperations/instances'
  | extend tag = iff(array_length(bag_keys(tags)) > 0, tags, dynamic(null))
  | mv-expand tag
  | extend tagName = tostring(bag_keys(tag)[0])
  | extend tagValue = tostring(tag[tagName])
  | extend tagLine = iff(isempty(tagName), '', tolower(strcat(tagName, '=', tagValue)))
  | summarize siteTag = max(iff(tagName =~ 'site', tagValue, '')), tagList = make_list(tagLine)${counts.join("")} by instanceKey = tolower(id), knownId = id, knownName = name, location, instanceVersion = tostring(properties.version), customLocation = tostring(extendedLocation.name), tagsText = tostring(tags)
  | extend tagLines = strcat_array(tagList, ${kql`${LINE_BREAK}`}), site = iff(isempty(siteTag), tostring(split(customLocation, '/')[-1]), siteTag)
  | project-away siteTag, tagList, customLocation`;
}
