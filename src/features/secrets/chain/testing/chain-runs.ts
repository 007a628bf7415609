import type { AzureClient } from "../../../../azure/client";
import { createAzureClient } from "../../../../azure/create-azure-client";
import { inProcessAzure, type ScriptCredential } from "../../../../azure/testing/in-process-azure";
import { inVirtualTime } from "../../../../azure/testing/virtual-time";
import { runChain, type ChainStatus } from "../../../../lib/chain";
import { listObjects } from "../../../../lib/secret-provider-objects";
import { readSecretSettings } from "../../../../queries/secret-sync";
import { planSecretChain, type SecretChainPlan } from "../plan-secret-chain";

export const { signal } = new AbortController();
export const silent = { signal, onProgress: () => undefined };

/** The real client of a script; `beforeSend` sees each request on its way. */
export function clientOn(
  fetch: (request: Request) => Promise<Response>,
  credential: ScriptCredential,
  beforeSend?: (request: Request) => Promise<void>,
): AzureClient {
  const send = async (request: Request) => {
    await beforeSend?.(request);
    return fetch(request);
  };
  return createAzureClient(inProcessAzure(send, credential));
}

/** Runs the chain of a plan to its end, or to the link that fails. */
export async function run(azure: AzureClient, plan: SecretChainPlan, from?: string) {
  let statuses: ChainStatus[] = [];
  const result = await inVirtualTime(
    runChain(planSecretChain(azure, plan), {
      signal,
      from,
      onChange: (next) => (statuses = next),
    }),
  );
  return { ...result, statuses, states: statuses.map(({ status }) => status) };
}

/** Names of the objects that the instance's provider class lists. */
export async function objectsOf(azure: AzureClient, instanceId: string): Promise<string[]> {
  const { providerClass } = await inVirtualTime(readSecretSettings(azure, instanceId));
  return listObjects(providerClass?.properties.objects).map(({ objectName }) => objectName);
}
