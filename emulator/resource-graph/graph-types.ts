import type { Clock } from "../clock";
import type { Caller } from "../resource-manager/provider";
import type { ResourceStore } from "../store";
import type { BehindResource } from "./graph-index";

/** How the index behind Resource Graph behaves; changed through the control API. */
export interface GraphIndexSettings {
  /** Milliseconds until a write is seen by queries; `Infinity` for never. Default 5,000. */
  lagMs: number;
  /**
   * Which registry endpoints are left out of the index: none, all, or those of the instances named
   * by id (public sources do not show registry endpoints in Resource Graph).
   */
  omitRegistryEndpoints: "none" | "all" | readonly string[];
  /** The same for dataflow graphs and Akri connector templates, which public sources do not show either. */
  omitEndpointUsers: "none" | "all" | readonly string[];
  /** Queries a user may send per window of five seconds. Default 15. */
  quota: number;
  /**
   * How many subscriptions a query searches that names none; the answer says when there are more.
   * Default 10,000, as in Azure.
   */
  subscriptionLimit: number;
  /** Rows a page holds at most, whatever the query asks for: Azure ends large pages early. Default 1,000. */
  pageSize: number;
}

/** Answers `POST /providers/Microsoft.ResourceGraph/resources` for one local Azure. */
export interface ResourceGraph {
  settings: GraphIndexSettings;
  /**
   * Runs a query body for a caller.
   * @param body the parsed JSON request body
   * @returns the response body and headers (quota)
   * @throws ArmError 400 with Resource Graph's documented details, 429 over quota
   */
  query(body: unknown, caller: Caller): { body: unknown; headers: Record<string, string> };
  /** Indexes everything in the store at once and returns to the default settings: after a scenario was loaded. */
  rebuild(): void;
  /** Indexes the store as it was kept: what the index had not caught up with, it has not now. */
  restore(): void;
  /** Loads the KQL library and makes the rows ahead of the first query: that takes more than a second. */
  warmUp(): void;
}

export interface ResourceGraphOptions {
  store: ResourceStore;
  clock: Clock;
  /**
   * Tells which resources the caller may read, until access changes: rows that they may not read are left
   * out without a word, as Azure does.
   */
  readerOf(caller: Caller): (resource: { id: string; type: string }) => boolean;
  /** What the index has not caught up with yet. */
  behind?: Map<string, BehindResource>;
  /** True if the subscription exists, is of the caller's tenant, and the caller has a role at it or below it. */
  maySee(caller: Caller, subscriptionId: string): boolean;
  /** Calls back whenever what somebody may read has changed. */
  onAccessChange(listener: () => void): void;
}

/** Implemented by `createResourceGraph` in resource-graph.ts. */
export type CreateResourceGraph = (options: ResourceGraphOptions) => ResourceGraph;
