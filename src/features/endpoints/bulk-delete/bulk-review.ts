import { idKey } from "../../../azure/resource-id";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import type { EndpointUsage, EndpointUser } from "../../../queries/endpoint-usage";
import { SYSTEM_ENDPOINT } from "../system-endpoint";

/** From so many on, a press of the button alone is not deliberate enough. */
const TYPED_FROM = 10;

/** `looking`: not all is read yet. `unknown`: something could not be read, so that it may be in use. */
export type Use = "used" | "unknown" | "looking" | "unused";

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
  /** What goes. */
  included: readonly ReviewRow[];
  /** How many of those that go are in use, or may be. */
  uses: Record<Use, number>;
  /** System endpoints that nobody took out; they go only once their name is typed. */
  systemCount: number;
}

interface ReviewInputs {
  targets: readonly BulkTarget[];
  /** What is known so far. */
  usage: EndpointUsage | undefined;
  isUsageRead: boolean;
  /** Keys of the endpoints that were taken out. */
  leftOut: ReadonlySet<string>;
  /** What was typed for the system endpoints. */
  systemTyped: string;
}

const ORDER: Record<Use, number> = { used: 0, unknown: 1, looking: 2, unused: 3 };

/** What a deletion of all targets would do, as far as it is known. */
export function reviewOf({ usage, isUsageRead, ...inputs }: ReviewInputs): Review {
  const mayDeleteSystem = inputs.systemTyped.trim() === SYSTEM_ENDPOINT;
  let systemCount = 0;
  const rows = inputs.targets.map((target): ReviewRow => {
    const users = usage?.users.get(idKey(target.id)) ?? [];
    const isSystem = target.name.toLowerCase() === SYSTEM_ENDPOINT;
    const isLeftOut = inputs.leftOut.has(idKey(target.id));
    if (isSystem && !isLeftOut) systemCount += 1;
    return {
      target,
      users,
      use: useOf(users, usage, isUsageRead),
      isSystem,
      isIncluded: !isLeftOut && (!isSystem || mayDeleteSystem),
    };
  });
  const uses: Record<Use, number> = { used: 0, unknown: 0, looking: 0, unused: 0 };
  const included = rows.filter(({ isIncluded }) => isIncluded);
  for (const { use } of included) uses[use] += 1;
  return { rows: rows.sort(inOrder), included, uses, systemCount };
}

function useOf(users: readonly EndpointUser[], usage: EndpointUsage | undefined, isRead: boolean) {
  if (users.length > 0) return "used";
  if (!isRead) return "looking";
  return usage === undefined || usage.incomplete.length > 0 ? "unknown" : "unused";
}

function inOrder(one: ReviewRow, other: ReviewRow): number {
  return (
    ORDER[one.use] - ORDER[other.use] ||
    byText(one.target.name, other.target.name) ||
    byText(one.target.instanceName, other.target.instanceName)
  );
}

/** Without a collator, which takes too long for thousands of rows that are sorted at every part. */
function byText(one: string, other: string): number {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  return first < second ? -1 : Number(first > second);
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
