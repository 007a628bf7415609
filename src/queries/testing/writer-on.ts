import { QueryClient } from "@tanstack/react-query";
import { createAzureClient } from "../../azure/create-azure-client";
import { inProcessAzure, type ScriptCredential } from "../../azure/testing/in-process-azure";
import { memoryStorage } from "../../lib/testing/memory-storage";
import type { EndpointWriter } from "../endpoint-writes";
import { createOwnWrites } from "../own-writes";

/** A writer on an Azure in this process, with an empty list of its own. */
export function writerOn(
  azure: { fetch: (request: Request) => Promise<Response> },
  credential: ScriptCredential,
): EndpointWriter {
  return {
    azure: createAzureClient(inProcessAzure((request) => azure.fetch(request), credential)),
    client: new QueryClient(),
    accountId: "me",
    ownWrites: createOwnWrites(memoryStorage(), "me"),
  };
}
