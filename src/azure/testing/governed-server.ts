import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type HttpClient,
  type HttpMethods,
} from "@azure/core-rest-pipeline";
import { pause } from "../../lib/pause";
import { governorPolicy } from "../http/policies/governor-policy";
import { createTraffic } from "../http/traffic/traffic";

const ARM = "https://management.azure.com";

/** A request as the server saw it, with the time in milliseconds. */
export interface Arrival {
  at: number;
  path: string;
  method: string;
}

/** What the server answers, and how long it takes for it; `isBroken` ends the connection instead. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  takesMs?: number;
  isBroken?: boolean;
}

/** A server that answers by rule, behind the governor alone. */
export function governedServer(reply: (arrival: Arrival, earlier: readonly Arrival[]) => Reply) {
  const arrivals: Arrival[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const { pathname } = new URL(request.url);
      const arrival = { at: Date.now(), path: pathname, method: request.method };
      const {
        status = 200,
        headers,
        body = "{}",
        takesMs = 0,
        isBroken,
      } = reply(arrival, arrivals);
      arrivals.push(arrival);
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      if (takesMs > 0) await pause(takesMs);
      underWay -= 1;
      if (isBroken) throw new RestError("broken", { code: RestError.REQUEST_SEND_ERROR, request });
      return { request, status, headers: createHttpHeaders(headers), bodyAsText: body };
    },
  };
  const traffic = createTraffic();
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(governorPolicy(traffic));
  const send = (
    path: string,
    options: { method?: HttpMethods; isBackground?: boolean; signal?: AbortSignal } = {},
  ) =>
    pipeline.sendRequest(
      httpClient,
      createPipelineRequest({
        url: ARM + path,
        method: options.method ?? "GET",
        ...(options.signal ? { abortSignal: options.signal } : {}),
        ...(options.isBackground ? { requestOverrides: { priority: "low" } } : {}),
      }),
    );
  return { arrivals, traffic, send, mostUnderWay: () => mostUnderWay };
}
