import { createResourceGraph, resources } from "@azure/arm-resourcegraph/api";
import type { AzureClientOptions } from "../client";
import { AzureError } from "../http/azure-error";
import { isLoopback } from "../http/azure-origin";
import type { AzurePipeline } from "../http/azure-pipeline";
import { unreadableResponse } from "../http/error-from-response";
import { idKey } from "../resource-id";
import type { AnswerHeaders } from "../http/traffic/quota-wait";
import { incompleteness } from "./answer-headers";
import type {
  ResourceGraphClient,
  ResourceGraphQueryOptions,
  ResourceGraphResult,
} from "./resource-graph-client";

/** Resource Graph's limits: rows a page, and subscriptions a query. */
const PAGE_SIZE = 1_000;
const SUBSCRIPTIONS_A_QUERY = 1_000;

interface PageRequest {
  kql: string;
  subscriptions?: string[];
  skipToken?: string;
  signal?: AbortSignal;
}

interface Page {
  rows: unknown[];
  totalRecords: number;
  skipToken?: string;
  incomplete?: string;
}

/** Creates the query runner on the pipeline of all ARM calls, which signs requests and makes errors. */
export function createResourceGraphClient(
  { endpoint }: Pick<AzureClientOptions, "endpoint">,
  { pipeline, httpClient }: AzurePipeline,
): ResourceGraphClient {
  const { protocol, hostname } = new URL(endpoint);
  // The given pipeline replaces the library's, so this credential is never asked for a token.
  const unused = { getToken: () => Promise.resolve(null) };
  const context = createResourceGraph(unused, "", {
    endpoint,
    pipeline,
    httpClient,
    allowInsecureConnection: protocol === "http:" && isLoopback(hostname),
  });

  const queryPage = async (request: PageRequest): Promise<Page> => {
    const { kql, subscriptions, skipToken, signal } = request;
    let headers: AnswerHeaders | undefined;
    const options = { top: PAGE_SIZE, resultFormat: "objectArray" as const };
    const answer = await resources(
      context,
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
      incomplete: incompleteness(headers, {
        isTruncated: String(answer.resultTruncated).toLowerCase() === "true",
        hasMore: Boolean(answer.skipToken),
      }),
    };
  };

  return {
    async query<Row>(kql: string, options: ResourceGraphQueryOptions = {}) {
      const { signal, onPage } = options;
      const rows = new Map<string, unknown>();
      const notes = new Set<string>();
      let totalRecords = 0;
      for (const subscriptions of batches(options.subscriptions)) {
        const read = new Set<string>();
        let skipToken: string | undefined;
        do {
          const page: Page = await queryPage({ kql, subscriptions, skipToken, signal });
          if (skipToken === undefined) totalRecords += page.totalRecords;
          for (const row of page.rows) rows.set(keyOf(row, rows.size), row);
          if (page.incomplete !== undefined) notes.add(page.incomplete);
          onPage?.(rows.size, totalRecords);
          ({ skipToken } = page);
          if (skipToken !== undefined && read.has(skipToken)) throw unreadable(LOOP);
          if (skipToken !== undefined) read.add(skipToken);
        } while (skipToken !== undefined);
      }
      const result: ResourceGraphResult<Row> = { rows: [...rows.values()] as Row[], totalRecords };
      return notes.size === 0 ? result : { ...result, incomplete: [...notes].join(" ") };
    },
  };
}

const LOOP = "The pages of the result lead back to one that was already read.";

/** Rows of pages that were read while resources changed are merged by id; the last one read counts. */
function keyOf(row: unknown, position: number): string {
  const id = (row as { id?: unknown } | null)?.id;
  return typeof id === "string" ? idKey(id) : `row ${position}`;
}

function batches(subscriptions: string[] | undefined): (string[] | undefined)[] {
  if (subscriptions === undefined) return [undefined];
  const count = Math.ceil(subscriptions.length / SUBSCRIPTIONS_A_QUERY);
  return Array.from({ length: count }, (_, index) =>
    subscriptions.slice(index * SUBSCRIPTIONS_A_QUERY, (index + 1) * SUBSCRIPTIONS_A_QUERY),
  );
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function unreadable(message?: string): AzureError {
  const path = "/providers/Microsoft.ResourceGraph/resources";
  return unreadableResponse({ method: "POST", path, status: 200 }, message);
}
