import { idKey, parseResourceId } from "../../../azure/resource-id";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";

/** What an instance is called together with what tells it apart: the least first, the last is unique. */
const NAMES: readonly ((target: BulkTarget) => readonly string[])[] = [
  () => [],
  ({ subscriptionName }) => [subscriptionName],
  ({ subscriptionName, instanceId }) => [subscriptionName, groupOf(instanceId)],
  ({ instanceId }) => [parseResourceId(instanceId)?.subscriptionId ?? "", groupOf(instanceId)],
];

/**
 * The same endpoints. Where several of their instances have one name, `instanceName` says the subscription
 * too, and the resource group where that has several of them.
 */
export function toldApart(targets: readonly BulkTarget[]): BulkTarget[] {
  const instances = new Map(targets.map((target) => [idKey(target.instanceId), target]));
  const counts = new Map<string, number>();
  for (const instance of instances.values()) {
    for (const name of namesOf(instance))
      counts.set(idKey(name), (counts.get(idKey(name)) ?? 0) + 1);
  }
  const told = new Map(
    [...instances].map(([key, instance]) => {
      const names = namesOf(instance);
      return [key, names.find((name) => counts.get(idKey(name)) === 1) ?? names.at(-1)];
    }),
  );
  return targets.map((target) => ({
    ...target,
    instanceName: told.get(idKey(target.instanceId)) ?? target.instanceName,
  }));
}

function namesOf(target: BulkTarget): string[] {
  return NAMES.map((more) => {
    const told = more(target);
    return told.length === 0 ? target.instanceName : `${target.instanceName} (${told.join(", ")})`;
  });
}

function groupOf(instanceId: string): string {
  return parseResourceId(instanceId)?.resourceGroup ?? "";
}
