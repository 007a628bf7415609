import { createResourceGraph, resources } from "@azure/arm-resourcegraph/api";
import { isAbort } from "../../lib/is-abort";
import { isLoopbackHttp } from "../../lib/loopback";
import type { Pipeline } from "@azure/core-rest-pipeline";
import type { AzureClientOptions } from "../client";
import { AzureError } from "../http/azure-error";
import type { AzurePipeline } from "../http/azure-pipeline";
import { unreadableResponse } from "../http/error-from-response";
import type { CallPriority } from "../http/traffic/lane";
import type { AnswerHeaders } from "../http/traffic/quota-wait";
import { hasHitSubscriptionLimit } from "./answer-headers";
import { createMergedRows, type MergedRows } from "./merged-rows";
import type {
  ResourceGraphClient,
  ResourceGraphPage,
  ResourceGraphPageOptions,
  ResourceGraphQueryOptions,
} from "./resource-graph-client";

/** Resource Graph's limits: rows a page, and subscriptions a query. */
const PAGE_SIZE = 1_000;
const SUBSCRIPTIONS_A_QUERY = 1_000;

interface PageRequest {
  kql: string;
  subscriptions?: string[];
  skipToken?: string;
  signal?: AbortSignal;
  priority?: CallPriority;
}

/** Creates the query runner on the pipeline of all ARM calls, which signs requests and makes errors. */
export function createResourceGraphClient(
  { endpoint }: Pick<AzureClientOptions, "endpoint">,
  { pipeline, httpClient }: AzurePipeline,
): ResourceGraphClient {
  // The given pipeline replaces the library's, so this credential is never asked for a token.
  const unused = { getToken: () => Promise.resolve(null) };
  const contextOn = (through: Pipeline) =>
    createResourceGraph(unused, "", {
      endpoint,
      pipeline: through,
      httpClient,
      allowInsecureConnection: isLoopbackHttp(new URL(endpoint)),
    });
  const contexts = {
    interactive: contextOn(pipeline),
    background: contextOn(inBackground(pipeline)),
  } as const;

  const queryPage = async (request: PageRequest): Promise<ResourceGraphPage<unknown>> => {
    const { kql, subscriptions, skipToken, signal, priority = "interactive" } = request;
    let headers: AnswerHeaders | undefined;
    const options = { top: PAGE_SIZE, resultFormat: "objectArray" as const };
    const answer = await resources(
      contexts[priority],
      {
        query: kql,
        ...(subscriptions ? { subscriptions } : {}),
        options: { ...options, ...(skipToken ? { skipToken } : {}) },
      },
      {
        ...(signal ? { abortSignal: signal } : {}),
        onResponse: (response) => {
          headers = response.headers;
        },
      },
    ).catch((error: unknown) => {
      // The library's own errors hold the request, token included: they end here.
      throw error instanceof AzureError || isAbort(error) ? error : unreadable();
    });
    const rows: unknown = answer.data;
    if (!Array.isArray(rows)) throw unreadable();
    return {
      rows,
      totalRecords: Number(answer.totalRecords) || rows.length,
      skipToken: answer.skipToken || undefined,
      isTruncated: String(answer.resultTruncated).toLowerCase() === "true" && !answer.skipToken,
      hasHitLimit: hasHitSubscriptionLimit(headers),
    };
  };

  /** Reads one query to its last page. Pages that were read before a failure are in `merged` already. */
  const readPages = async (
    merged: MergedRows,
    request: PageRequest,
    onPage: ResourceGraphQueryOptions["onPage"],
  ) => {
    const read = new Set<string>();
    let skipToken: string | undefined;
    do {
      const page: ResourceGraphPage<unknown> = await queryPage({ ...request, skipToken });
      merged.add(page, skipToken === undefined);
      onPage?.(merged.count(), merged.totalRecords());
      ({ skipToken } = page);
      if (skipToken !== undefined && read.has(skipToken)) throw unreadable(LOOP);
      if (skipToken !== undefined) read.add(skipToken);
    } while (skipToken !== undefined);
  };

  return {
    async query<Row>(kql: string, options: ResourceGraphQueryOptions = {}) {
      const { signal, onPage, keepsPages } = options;
      const merged = createMergedRows();
      try {
        for (const subscriptions of batches(options.subscriptions)) {
          await readPages(merged, { kql, subscriptions, signal }, onPage);
        }
      } catch (error) {
        const isKept = keepsPages && merged.count() > 0 && error instanceof AzureError;
        if (!isKept) throw error;
        merged.stopped(error);
      }
      return merged.result<Row>();
    },
    async page<Row>(kql: string, options: ResourceGraphPageOptions = {}) {
      return (await queryPage({ kql, ...options })) as ResourceGraphPage<Row>;
    },
  };
}

/** The library offers no way to fetch's hint for calls that can wait, which the governor goes by. */
function inBackground(pipeline: Pipeline): Pipeline {
  const background = pipeline.clone();
  background.addPolicy(
    {
      name: "backgroundPolicy",
      sendRequest(request, next) {
        request.requestOverrides = { ...request.requestOverrides, priority: "low" };
        return next(request);
      },
    },
    { beforePolicies: ["governorPolicy"] },
  );
  return background;
}

const LOOP = "The pages of the result lead back to one that was already read.";

function batches(subscriptions: string[] | undefined): (string[] | undefined)[] {
  if (subscriptions === undefined) return [undefined];
  const distinct = [...new Set(subscriptions)];
  const count = Math.ceil(distinct.length / SUBSCRIPTIONS_A_QUERY);
  return Array.from({ length: count }, (_, index) =>
    distinct.slice(index * SUBSCRIPTIONS_A_QUERY, (index + 1) * SUBSCRIPTIONS_A_QUERY),
  );
}

function unreadable(message?: string): AzureError {
  const path = "/providers/Microsoft.ResourceGraph/resources";
  return unreadableResponse({ method: "POST", path, status: 200 }, message);
}
