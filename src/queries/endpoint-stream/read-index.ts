import type { AzureClient } from "../../azure/client";
import { AzureError } from "../../azure/http/azure-error";
import { resourcesIn } from "../../azure/http/wire-reader";
import {
  readRegistryEndpoint,
  type RegistryEndpoint,
} from "../../azure/iot-operations/registry-endpoint";
import type { ResourceGraphPage } from "../../azure/resource-graph/resource-graph-client";
import type { StreamRows } from "./stream-rows";

/**
 * As ARM returns them: `type` and `extendedLocation` too, since a later PUT needs them. In the order that the
 * list opens in, so that its first page has its first rows; the id makes the order whole, as turning pages needs.
 */
const ENDPOINTS_QUERY = `resources
| where type =~ 'microsoft.iotoperations/instances/registryendpoints'
| project id, name, type, extendedLocation, properties
| order by tolower(name) asc, tolower(id) asc`;

/** Resource Graph takes so many subscriptions a query. */
const SUBSCRIPTIONS_A_QUERY = 1_000;
/** How often the index is read in one go: again once, when it changed while it was read. */
const PASSES_AT_MOST = 2;

interface IndexReader {
  rows: StreamRows;
  signal: AbortSignal;
  /** True where a person waits for the first page. */
  isFirstAwaited: boolean;
  /** Sends a request as often as it takes; rejects when the reading is over. */
  send: <Answer>(request: () => Promise<Answer>) => Promise<Answer>;
  /** Called after each page. `firstByName`: so many of the rows read come first by name, whatever else there is. */
  onPage: (page: { loaded: number; total: number; firstByName: number }) => void;
}

export interface IndexReading {
  /** True if what was not seen does not exist, as far as the index knows. */
  isWhole: boolean;
  /** True if resources came and went however often it was read; not among what `incomplete` tells. */
  hasShifted: boolean;
  incomplete: string[];
}

interface Pass {
  hasShifted: boolean;
  isTruncated: boolean;
  hasHitLimit: boolean;
}

/**
 * Reads every page of the index into `rows`. Where resources come and go between pages, pages shift and may
 * leave rows out: then it is read once more. A tenant with more subscriptions than Azure searches by itself
 * has them named. Where the index is down, says so instead of rejecting.
 */
export async function readIndex(
  azure: Pick<AzureClient, "resourceGraph" | "subscriptions">,
  reader: IndexReader,
): Promise<IndexReading> {
  let scopes: (string[] | undefined)[] = [undefined];
  let isAwaited = reader.isFirstAwaited;
  let readBefore = 0;
  try {
    for (let passes = 1; ; passes += 1) {
      const again = { ...reader, isFirstAwaited: isAwaited, readBefore };
      const pass = await readPass(azure, again, scopes);
      isAwaited = false;
      if (!pass.hasHitLimit) readBefore = reader.rows.seen();
      if (pass.hasHitLimit && scopes[0] === undefined) {
        scopes = await subscriptionScopes(azure, reader);
        continue;
      }
      if (pass.hasShifted && passes < PASSES_AT_MOST) continue;
      const incomplete = [
        ...(pass.isTruncated ? [TRUNCATED] : []),
        ...(pass.hasHitLimit ? [LIMIT_HIT] : []),
      ];
      const { hasShifted } = pass;
      return { isWhole: !hasShifted && incomplete.length === 0, hasShifted, incomplete };
    }
  } catch (error) {
    if (reader.signal.aborted || !(error instanceof AzureError)) throw error;
    return { isWhole: false, hasShifted: false, incomplete: [withoutIndex(error)] };
  }
}

const TRUNCATED = "Azure Resource Graph left rows out of a result that was too large.";
const LIMIT_HIT =
  "Azure Resource Graph searched only the first 10,000 subscriptions of the tenant.";

function withoutIndex({ message, code, correlationId }: AzureError): string {
  const forSupport = correlationId === undefined ? "" : ` Correlation id ${correlationId}.`;
  return `Azure Resource Graph failed (${code}: ${message}${forSupport}), so every instance that you may list is asked by itself.`;
}

async function readPass(
  { resourceGraph }: Pick<AzureClient, "resourceGraph">,
  { rows, signal, isFirstAwaited, readBefore, send, onPage }: IndexReader & { readBefore: number },
  scopes: readonly (string[] | undefined)[],
): Promise<Pass> {
  const pass: Pass = { hasShifted: false, isTruncated: false, hasHitLimit: false };
  let isAwaited = isFirstAwaited;
  let countedBefore = 0;
  rows.beginPass();
  for (const subscriptions of scopes) {
    const read = new Set<string>();
    let skipToken: string | undefined;
    let first: number | undefined;
    let total: number;
    do {
      const page: ResourceGraphPage<RegistryEndpoint> = await send(() =>
        resourceGraph.page<RegistryEndpoint>(ENDPOINTS_QUERY, {
          ...{ signal, priority: isAwaited ? "interactive" : "background" },
          ...(subscriptions ? { subscriptions } : {}),
          ...(skipToken === undefined ? {} : { skipToken }),
        }),
      );
      isAwaited = false;
      rows.putIndexed(resourcesIn(page.rows, readRegistryEndpoint));
      total = page.totalRecords;
      first ??= total;
      pass.hasShifted ||= total !== first;
      pass.isTruncated ||= page.isTruncated;
      pass.hasHitLimit ||= page.hasHitLimit;
      const loaded = rows.seen();
      // Each scope begins with its own first; and what an earlier pass has read is there still.
      const isInOrder = scopes.length === 1 && !pass.hasHitLimit;
      const firstByName = isInOrder ? Math.max(loaded, readBefore) : 0;
      onPage({ loaded, total: countedBefore + total, firstByName });
      ({ skipToken } = page);
      // Pages that lead back to one that was read would never end.
      if (skipToken !== undefined && read.has(skipToken)) return { ...pass, isTruncated: true };
      if (skipToken !== undefined) read.add(skipToken);
    } while (skipToken !== undefined);
    countedBefore += total;
  }
  // As many came as went: only the rows that are missing, or came twice, tell.
  pass.hasShifted ||= !pass.isTruncated && rows.seen() !== countedBefore;
  return pass;
}

async function subscriptionScopes(
  { subscriptions }: Pick<AzureClient, "subscriptions">,
  { send, signal }: IndexReader,
): Promise<string[][]> {
  const found = await send(() => subscriptions.list({ signal, priority: "background" }));
  const ids = [...new Set(found.map(({ subscriptionId }) => subscriptionId))];
  const count = Math.ceil(ids.length / SUBSCRIPTIONS_A_QUERY);
  return Array.from({ length: count }, (_, at) =>
    ids.slice(at * SUBSCRIPTIONS_A_QUERY, (at + 1) * SUBSCRIPTIONS_A_QUERY),
  );
}
