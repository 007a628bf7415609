import { kql } from "../../azure/resource-graph/kql";
import type { NamedTag } from "../../lib/endpoint-query/clause-columns";

/** Stands between tags in `tagLines`, and between texts that are searched together. */
export const LINE_BREAK = "\n";

/** The column that counts an instance's tags of a name and value. */
export function tagCountColumn(position: number): string {
  return `tagCount${position}`;
}

/**
 * Every registry endpoint with what the list knows of its instance and subscription, in the columns of
 * `EndpointQueryRow`, and `hostname`, `tagLines` and a count for each of `tags` to search by. Two joins
 * of the three that a query may have, and one `mv-expand`. Where the index does not show the instance
 * or subscription, its name is read from the endpoint's id, as the list does.
 */
export function endpointsKql(tags: readonly NamedTag[]): string {
  return `resources
| where type =~ 'microsoft.iotoperations/instances/registryendpoints'
| project id, name, host = tostring(properties.host), authentication = tostring(properties.authentication.method), provisioningState = tostring(properties.provisioningState), idParts = split(id, '/'), parentId = substring(id, 0, strlen(id) - strlen(name) - strlen('/registryEndpoints/'))
| extend instanceKey = tolower(parentId), subscriptionKey = tolower(tostring(idParts[2])), resourceGroup = tostring(idParts[4]), hostname = tolower(tostring(split(tostring(split(host, '/')[0]), ':')[0]))
| join kind=leftouter (${instancesKql(tags)}) on instanceKey
| join kind=leftouter (resourcecontainers
  | where type =~ 'microsoft.resources/subscriptions'
  | project subscriptionKey = tolower(subscriptionId), displayName = name) on subscriptionKey
| extend instanceId = iff(isempty(knownId), parentId, knownId), instanceName = iff(isempty(knownName), tostring(idParts[8]), knownName), subscriptionId = tostring(idParts[2]), subscriptionName = iff(isempty(displayName), tostring(idParts[2]), displayName), site = iff(isempty(siteTag), tostring(split(customLocation, '/')[-1]), siteTag)`;
}

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
  | extend tagLines = strcat_array(tagList, ${kql`${LINE_BREAK}`})`;
}
