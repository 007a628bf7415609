import type { PipelinePolicy, PipelineRequest } from "@azure/core-rest-pipeline";
import { isRefusal } from "../azure-error";
import { isUnprocessed } from "./governor-policy";

/**
 * Told with true right before a request leaves, and with false when Azure has answered that it did nothing
 * with it. In between, and after anything else, it may have been applied.
 */
export type OnFlight = (mayArrive: boolean) => void;

const watched = new WeakMap<PipelineRequest, OnFlight>();

/** Tells of every time that a request is sent, behind all that keeps it back. */
export function watchFlight(request: PipelineRequest, onFlight: OnFlight): void {
  watched.set(request, onFlight);
}

/** The last policy before the network: tells those who watch a request that it leaves. */
export function flightPolicy(): PipelinePolicy {
  return {
    name: "flightPolicy",
    async sendRequest(request, next) {
      const onFlight = watched.get(request);
      onFlight?.(true);
      const response = await next(request);
      if (isRefusal(response.status) || isUnprocessed(response)) onFlight?.(false);
      return response;
    },
  };
}
