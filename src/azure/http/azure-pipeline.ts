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
import { safeRetryPolicy } from "./policies/safe-retry-policy";

/** The one pipeline of all calls to Azure, and the transport at its end. */
export interface AzurePipeline {
  pipeline: Pipeline;
  httpClient: HttpClient;
}

/** Errors outside, then correlation, retry where it is safe, and authentication at each try. */
export function createAzurePipeline(options: AzureClientOptions): AzurePipeline {
  const pipeline = createEmptyPipeline();
  const correlation = setClientRequestIdPolicy(CLIENT_REQUEST_ID);
  const retry = safeRetryPolicy();
  const errors = errorPolicy();
  pipeline.addPolicy(errors);
  pipeline.addPolicy(correlation, { afterPolicies: [errors.name] });
  pipeline.addPolicy(retry, { afterPolicies: [correlation.name] });
  pipeline.addPolicy(authenticationPolicy(options), { afterPolicies: [retry.name] });
  return { pipeline, httpClient: options.httpClient ?? createDefaultHttpClient() };
}
