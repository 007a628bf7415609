import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
} from "@azure/core-rest-pipeline";
import { isLoopbackHttp } from "../../lib/loopback";
import type { AzureClientOptions, CallOptions } from "../client";
import { pathOf, resourceUrl } from "./arm-url";
import type { AzureError } from "./azure-error";
import type { AzurePipeline } from "./azure-pipeline";
import { isRecord, parseJson } from "./error-detail";
import { CLIENT_REQUEST_ID } from "./policies/error-policy";
import { watchFlight, type OnFlight } from "./policies/flight-policy";
import { correlationIdOf, unreadableResponse } from "./error-from-response";

/** A successful answer. `body` is undefined when there is none. */
export interface ArmResponse<Body> {
  status: number;
  body: Body;
  /** Undefined also for a header that CORS hides. */
  header(name: string): string | undefined;
  correlationId?: string;
}

/** The answer to a write. */
export interface ArmWriteResponse extends ArmResponse<unknown> {
  /** Why the body, which there was, could not be read: it was cut off, or is not Azure's. */
  unreadable?: AzureError;
}

/** What to call: a resource id or path with its API version, or an address that Azure gave, verbatim. */
export type ArmTarget =
  { path: string; apiVersion: string; query?: Record<string, string> } | { link: string };

export type ArmRequest = CallOptions &
  ArmTarget & { method: HttpMethods; body?: unknown; onFlight?: OnFlight };

export interface ListOptions extends CallOptions {
  query?: Record<string, string>;
}

/** Calls to Azure Resource Manager: JSON in and out, paging, `AzureError` for everything that fails. */
export interface ArmHttp {
  send<Body>(request: ArmRequest): Promise<ArmResponse<Body>>;
  /** Sends a write, which an answer that cannot be read does not make fail: it may have been applied. */
  write(request: ArmRequest): Promise<ArmWriteResponse>;
  /** Sends a request whose answer is an object. `UnreadableResponse` if it is none. */
  read<Body>(request: ArmRequest): Promise<Body>;
  get<Body>(id: string, apiVersion: string, options?: CallOptions): Promise<Body>;
  /** Pages of a list as they arrive, following `nextLink` verbatim. */
  pages<Item>(path: string, apiVersion: string, options?: ListOptions): AsyncIterable<Item[]>;
  list<Item>(path: string, apiVersion: string, options?: ListOptions): Promise<Item[]>;
}

/** Creates the ARM caller on the shared pipeline. */
export function createArmHttp(
  { endpoint }: Pick<AzureClientOptions, "endpoint">,
  { pipeline, httpClient }: AzurePipeline,
): ArmHttp {
  const write = async (call: ArmRequest): Promise<ArmWriteResponse> => {
    const { method, signal, body, priority, onFlight } = call;
    const url = urlOf(call, endpoint);
    const request = createPipelineRequest({
      url,
      method,
      headers: createHttpHeaders({
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { abortSignal: signal } : {}),
      // Fetch's hint is also what the governor goes by.
      ...(priority === "background" ? { requestOverrides: { priority: "low" } } : {}),
      allowInsecureConnection: isLoopbackHttp(new URL(url)),
    });
    if (onFlight) watchFlight(request, onFlight);
    const response = await pipeline.sendRequest(httpClient, request);
    const { status, bodyAsText } = response;
    const header = (name: string) => response.headers.get(name);
    const clientRequestId = request.headers.get(CLIENT_REQUEST_ID);
    const correlationId = correlationIdOf({ header, clientRequestId });
    const answer = { status, body: parseJson(bodyAsText ?? ""), header, correlationId };
    return bodyAsText?.trim() && answer.body === undefined
      ? { ...answer, unreadable: unreadable(call, answer) }
      : answer;
  };

  const send = async <Body>(call: ArmRequest): Promise<ArmResponse<Body>> => {
    const { unreadable: failure, ...answer } = await write(call);
    if (failure) throw failure;
    return { ...answer, body: answer.body as Body };
  };

  const unreadable = (
    call: ArmRequest,
    { status, correlationId }: ArmResponse<unknown>,
    message?: string,
  ) => {
    const path = pathOf(urlOf(call, endpoint));
    return unreadableResponse({ method: call.method, path, status, correlationId }, message);
  };

  const read = async <Body>(call: ArmRequest): Promise<Body> => {
    const response = await send<Body>(call);
    if (isRecord(response.body)) return response.body;
    throw unreadable(call, response);
  };

  const get = <Body>(id: string, apiVersion: string, options: CallOptions = {}) =>
    read<Body>({ method: "GET", path: id, apiVersion, ...options });

  async function* pages<Item>(
    path: string,
    apiVersion: string,
    { query, ...options }: ListOptions = {},
  ): AsyncIterable<Item[]> {
    const seen = new Set<string>();
    let target: ArmTarget | undefined = { path, apiVersion, query };
    while (target) {
      const call: ArmRequest = { method: "GET", ...options, ...target };
      const response: ArmResponse<unknown> = await send<unknown>(call);
      const page = pageOf<Item>(response.body);
      if (!page) throw unreadable(call, response);
      const { items, nextLink } = page;
      if (nextLink !== undefined && seen.has(nextLink)) throw unreadable(call, response, LOOP);
      yield items;
      if (nextLink !== undefined) seen.add(nextLink);
      target = nextLink === undefined ? undefined : { link: nextLink };
    }
  }

  const list = async <Item>(path: string, apiVersion: string, options: ListOptions = {}) => {
    const items: Item[] = [];
    for await (const page of pages<Item>(path, apiVersion, options)) {
      for (const item of page) items.push(item);
    }
    return items;
  };

  return { send, write, read, get, pages, list };
}

const LOOP = "The pages of the list lead back to one that was already read.";

/** An address that Azure gave is used as it is: it may be signed. The authentication policy checks its origin. */
function urlOf(target: ArmTarget, endpoint: string): string {
  if ("link" in target) {
    return URL.canParse(target.link, endpoint)
      ? new URL(target.link, endpoint).href
      : "invalid:nowhere";
  }
  const { path, apiVersion, query } = target;
  return resourceUrl(endpoint, path, { "api-version": apiVersion, ...query });
}

/** A list without `value` is an empty one; anything but an object is no list. */
function pageOf<Item>(body: unknown): { items: Item[]; nextLink?: string } | undefined {
  if (!isRecord(body)) return undefined;
  const { value, nextLink } = body;
  return {
    items: (Array.isArray(value) ? value : []) as Item[],
    ...(typeof nextLink === "string" && nextLink !== "" ? { nextLink } : {}),
  };
}
