import { idKey } from "../../../azure/resource-id";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import type { EndpointUser, InstancesUsage } from "../../../queries/endpoint-usage";
import { SYSTEM_ENDPOINT } from "../system-endpoint";

/** From so many on, a press of the button alone is not deliberate enough. */
const TYPED_FROM = 10;

/** `looking`: not all is read yet. `unknown`: something could not be read, so that it may be in use. */
export type Use = "used" | "unknown" | "looking" | "unused";

/** An endpoint that is to go, with what a review asks of each one again and again. */
export interface OrderedTarget {
  target: BulkTarget;
  /** Its id as `idKey` has it. */
  key: string;
  /** The same of its instance. */
  instanceKey: string;
  isSystem: boolean;
}

export interface ReviewRow {
  target: BulkTarget;
  use: Use;
  users: readonly EndpointUser[];
  /** It goes. */
  isIncluded: boolean;
  isSystem: boolean;
}

export interface Review {
  /** Those in use first, then those that may be; what is taken out stays where it is. */
  rows: readonly ReviewRow[];
  /** What goes, in the order of the targets. */
  included: readonly ReviewRow[];
  /** How many of those that go are in use, or may be. */
  uses: Record<Use, number>;
  /** System endpoints that nobody took out; they go only once their name is typed. */
  systemCount: number;
}

interface ReviewInputs {
  targets: readonly OrderedTarget[];
  /** What is known so far. */
  usage: InstancesUsage | undefined;
  isUsageRead: boolean;
  /** Keys of the endpoints that were taken out. */
  leftOut: ReadonlySet<string>;
  /** What was typed for the system endpoints. */
  systemTyped: string;
}

/** By name and instance, which is done once: a review is made anew with each part of what is known. */
export function inNameOrder(targets: readonly BulkTarget[]): OrderedTarget[] {
  return targets
    .map((target) => ({
      ordered: {
        ...{ target, key: idKey(target.id), instanceKey: idKey(target.instanceId) },
        isSystem: target.name.toLowerCase() === SYSTEM_ENDPOINT,
      },
      // Without a collator, which takes too long for 100,000.
      name: target.name.toLowerCase(),
      instance: target.instanceName.toLowerCase(),
    }))
    .sort((one, other) => byText(one.name, other.name) || byText(one.instance, other.instance))
    .map(({ ordered }) => ordered);
}

/** What a deletion of all targets would do, as far as it is known; endpoints of the same use stay in order. */
export function reviewOf({ usage, isUsageRead, ...inputs }: ReviewInputs): Review {
  const mayDeleteSystem = inputs.systemTyped.trim() === SYSTEM_ENDPOINT;
  let systemCount = 0;
  const included: ReviewRow[] = [];
  const byUse: Record<Use, ReviewRow[]> = { used: [], unknown: [], looking: [], unused: [] };
  for (const { target, key, instanceKey, isSystem } of inputs.targets) {
    const users = usage?.users.get(key) ?? [];
    const isLeftOut = inputs.leftOut.has(key);
    if (isSystem && !isLeftOut) systemCount += 1;
    const use = users.length > 0 ? "used" : unusedAsKnown(instanceKey, usage, isUsageRead);
    const isIncluded = !isLeftOut && (!isSystem || mayDeleteSystem);
    const row: ReviewRow = { target, users, use, isSystem, isIncluded };
    byUse[use].push(row);
    if (isIncluded) included.push(row);
  }
  const rows = [...byUse.used, ...byUse.unknown, ...byUse.looking, ...byUse.unused];
  const uses: Record<Use, number> = { used: 0, unknown: 0, looking: 0, unused: 0 };
  for (const { use } of included) uses[use] += 1;
  return { rows, included, uses, systemCount };
}

/** How sure it is that what has no known user has none. */
function unusedAsKnown(
  instanceKey: string,
  usage: InstancesUsage | undefined,
  isRead: boolean,
): Use {
  if (usage?.answered.has(instanceKey)) return "unused";
  if (!isRead) return "looking";
  return usage === undefined || usage.incomplete.length > 0 ? "unknown" : "unused";
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** True where so many go that the person has to type how many. */
export function mustType(count: number): boolean {
  return count >= TYPED_FROM;
}

/** True if the typed text means so many, whatever separates thousands, or says `delete`. */
export function isConfirmed(typed: string, count: number): boolean {
  if (!mustType(count)) return count > 0;
  const text = typed.trim().toLowerCase();
  return text === "delete" || text.replaceAll(/[,.' \u00a0\u202f]/g, "") === `${count}`;
}
