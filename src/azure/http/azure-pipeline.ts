import {
  createDefaultHttpClient,
  createEmptyPipeline,
  setClientRequestIdPolicy,
  type HttpClient,
  type Pipeline,
} from "@azure/core-rest-pipeline";
import { ALWAYS_ONLINE, type Connection } from "../../lib/connection";
import type { AzureClientOptions } from "../client";
import { connectionPolicy } from "./policies/connection-policy";
import { authenticationPolicy } from "./policies/authentication-policy";
import { CLIENT_REQUEST_ID, errorPolicy } from "./policies/error-policy";
import { flightPolicy } from "./policies/flight-policy";
import { governorPolicy } from "./policies/governor-policy";
import { createTraffic, type Traffic } from "./traffic/traffic";

/** The one pipeline of all calls to Azure, and the transport at its end. */
export interface AzurePipeline {
  pipeline: Pipeline;
  httpClient: HttpClient;
  traffic: Traffic;
  connection: Connection;
}

/** Errors outside, then correlation, the governor with its tries; at each try the network and authentication. */
export function createAzurePipeline(options: AzureClientOptions): AzurePipeline {
  const pipeline = createEmptyPipeline();
  const correlation = setClientRequestIdPolicy(CLIENT_REQUEST_ID);
  const traffic = createTraffic();
  const governor = governorPolicy(traffic);
  const errors = errorPolicy();
  pipeline.addPolicy(errors);
  pipeline.addPolicy(correlation, { afterPolicies: [errors.name] });
  pipeline.addPolicy(governor, { afterPolicies: [correlation.name] });
  const { connection = ALWAYS_ONLINE } = options;
  const network = connectionPolicy(connection);
  const authentication = authenticationPolicy(options);
  pipeline.addPolicy(network, { afterPolicies: [governor.name] });
  pipeline.addPolicy(authentication, { afterPolicies: [network.name] });
  pipeline.addPolicy(flightPolicy(), { afterPolicies: [authentication.name] });
  const httpClient = options.httpClient ?? createDefaultHttpClient();
  return { pipeline, httpClient, traffic, connection };
}
