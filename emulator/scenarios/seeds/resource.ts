/** Moments relative to the scenario's start, so that a scenario never grows old. */
export interface Timeline {
  /** The clock's time when the scenario is loaded, in milliseconds. */
  now: number;
}

const msPerDay = 86_400_000;

/** ISO time `days` before the scenario's start (negative: after it). */
export function daysAgo({ now }: Timeline, days: number): string {
  return new Date(now - days * msPerDay).toISOString();
}

/** Unix seconds `days` after the scenario's start (negative: before it). */
export function secondsIn({ now }: Timeline, days: number): number {
  return Math.floor((now + days * msPerDay) / 1_000);
}

/** People and programs that made what a scenario holds. */
const makers = {
  ingrid: { name: "ingrid.holm@contoso.example", type: "User" },
  mateus: { name: "mateus.oliveira@contoso.example", type: "User" },
  ada: { name: "ada@contoso.example", type: "User" },
  oscar: { name: "oscar@contoso.example", type: "User" },
  wen: { name: "wen.zhao@contoso.example", type: "User" },
  pipeline: { name: "d1f0a6b2-7c55-4c0e-9b58-3f4be1a70c11", type: "Application" },
} as const;

export type Maker = keyof typeof makers;

/** `systemData` of a resource made `created` days ago and last changed `modified` days ago. */
export function madeBy(
  timeline: Timeline,
  maker: Maker,
  created: number,
  modified = created,
  modifier: Maker = maker,
): Record<string, unknown> {
  return {
    createdBy: makers[maker].name,
    createdByType: makers[maker].type,
    createdAt: daysAgo(timeline, created),
    lastModifiedBy: makers[modifier].name,
    lastModifiedByType: makers[modifier].type,
    lastModifiedAt: daysAgo(timeline, modified),
  };
}

/** Id of a resource in a resource group; `type` with its namespace, `Microsoft.KeyVault/vaults`. */
export function resourceId(
  subscriptionId: string,
  resourceGroup: string,
  type: string,
  name: string,
): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;
}

/** Where a top-level resource's id says that it is. */
export function placeOf(id: string): {
  subscriptionId: string;
  resourceGroup: string;
  name: string;
} {
  const [, , subscriptionId = "", , resourceGroup = ""] = id.split("/");
  return { subscriptionId, resourceGroup, name: id.split("/").at(-1) ?? "" };
}
