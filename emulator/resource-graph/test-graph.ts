import { createClock, type Clock } from "../clock";
import { ArmError } from "../resource-manager/arm-error";
import type { Caller } from "../resource-manager/provider";
import { createStore, type ResourceStore, type StoredResource } from "../store";
import type { ResourceGraph } from "./graph-types";
import { createResourceGraph } from "./resource-graph";
import type { GraphRow } from "./schema";

export const SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
export const OTHER_SUBSCRIPTION = "22222222-2222-2222-2222-222222222222";
export const TENANT = "99999999-9999-9999-9999-999999999999";
export const VAULT = "Microsoft.KeyVault/vaults";

/** Somebody who signed in. */
export function person(objectId: string): Caller {
  return { objectId, tenantId: TENANT, name: `${objectId}@contoso.com`, type: "User" };
}

/** A resource of a resource group; what a test does not name does not matter to it. */
export function resource(name: string, more: Partial<StoredResource> = {}): StoredResource {
  const type = more.type ?? VAULT;
  return {
    id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Group-A/providers/${type}/${name}`,
    name,
    type,
    properties: {},
    ...more,
  };
}

export interface QueryAnswer {
  totalRecords: number;
  count: number;
  data: GraphRow[];
  facets: unknown[];
  resultTruncated: string;
  $skipToken?: string;
}

export interface TestGraph {
  graph: ResourceGraph;
  store: ResourceStore;
  clock: Clock;
  /** Ids that `person` may not read, in lower case; a change counts once the store says that roles changed. */
  hidden: Set<string>;
  answer: (query: string, more?: Record<string, unknown>, caller?: Caller) => QueryAnswer;
  rows: (query: string) => GraphRow[];
  /** Values of the first column of each row. */
  values: (query: string) => unknown[];
}

/** Resource Graph over a store with `resources`, on a clock that stands still, with all the quota one wants. */
export function createTestGraph(resources: readonly StoredResource[] = []): TestGraph {
  const clock = createClock(() => Date.UTC(2026, 10, 21, 8));
  const store = createStore();
  const hidden = new Set<string>();
  clock.freeze();
  const graph = createResourceGraph({
    store,
    clock,
    readerOf: (caller) => {
      return ({ id }) => !hidden.has(`${caller.objectId} ${id.toLowerCase()}`);
    },
    maySee: (caller, id) => !hidden.has(`${caller.objectId} /subscriptions/${id.toLowerCase()}`),
    onAccessChange: (listener) =>
      store.subscribe((id) => {
        if (/\/microsoft\.authorization\//i.test(id)) listener();
      }),
  });
  for (const one of resources) store.put(one);
  graph.rebuild();
  graph.settings.quota = Infinity;
  const answer: TestGraph["answer"] = (query, more = {}, caller = person("ann")) =>
    graph.query({ query, ...more }, caller).body as QueryAnswer;
  const rows = (query: string) => answer(query).data;
  const values = (query: string) => rows(query).map((row) => Object.values(row)[0]);
  return { graph, store, clock, hidden, answer, rows, values };
}

/** The error that `run` is refused with. */
export function refusal(run: () => unknown): ArmError {
  try {
    run();
  } catch (error) {
    if (error instanceof ArmError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}
