import {
  createDefaultHttpClient,
  createEmptyPipeline,
  setClientRequestIdPolicy,
  type HttpClient,
  type Pipeline,
} from "@azure/core-rest-pipeline";
import type { AzureClientOptions } from "../client";
import { authenticationPolicy } from "./policies/authentication-policy";
import { CLIENT_REQUEST_ID, errorPolicy } from "./policies/error-policy";
import { governorPolicy } from "./policies/governor-policy";
import { createTraffic, type Traffic } from "./traffic/traffic";

/** The one pipeline of all calls to Azure, and the transport at its end. */
export interface AzurePipeline {
  pipeline: Pipeline;
  httpClient: HttpClient;
  traffic: Traffic;
}

/** Errors outside, then correlation, the governor with its tries, and authentication at each try. */
export function createAzurePipeline(options: AzureClientOptions): AzurePipeline {
  const pipeline = createEmptyPipeline();
  const correlation = setClientRequestIdPolicy(CLIENT_REQUEST_ID);
  const traffic = createTraffic();
  const governor = governorPolicy(traffic);
  const errors = errorPolicy();
  pipeline.addPolicy(errors);
  pipeline.addPolicy(correlation, { afterPolicies: [errors.name] });
  pipeline.addPolicy(governor, { afterPolicies: [correlation.name] });
  pipeline.addPolicy(authenticationPolicy(options), { afterPolicies: [governor.name] });
  return { pipeline, httpClient: options.httpClient ?? createDefaultHttpClient(), traffic };
}
