import type { LongRunningOptions, OperationProgress } from "../../../client";
import { createAzureClient } from "../../../create-azure-client";
import type { RegistryEndpointBody } from "../../../iot-operations/registry-endpoint";
import { scriptedAzure, type ScriptedAnswer } from "../../../testing/scripted-azure";
import { inVirtualTime } from "../../../testing/virtual-time";

export const ID =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/a";
export const BODY: RegistryEndpointBody = {
  extendedLocation: { name: "/subscriptions/s/cl", type: "CustomLocation" },
  properties: {
    host: "mcr.microsoft.com",
    authentication: { method: "Anonymous", anonymousSettings: {} },
  },
};
export const STATUS_URL = "https://management.azure.com/operationStatuses/1?t=1&c=sig";
export const asyncHeaders = { "azure-asyncoperation": STATUS_URL, "retry-after": "2" };

export const resource = (provisioningState: string): ScriptedAnswer => ({
  body: { id: ID, name: "a", properties: { host: "mcr.microsoft.com", provisioningState } },
});
export const gone: ScriptedAnswer = { status: 404, body: { error: { code: "ResourceNotFound" } } };
export const status = (state: string, more: object = {}): ScriptedAnswer => ({
  body: { status: state, ...more },
});
export const forbidden: ScriptedAnswer = {
  status: 403,
  body: { error: { code: "AuthorizationFailed", message: "No." } },
};

/** Writes to an Azure that plays the given answers, in virtual time. */
export function write(
  method: "PUT" | "DELETE",
  answers: ScriptedAnswer[],
  options?: LongRunningOptions,
) {
  const azure = scriptedAzure(...answers);
  const { registryEndpoints } = createAzureClient(azure.options);
  const start = Date.now();
  const progress: OperationProgress[] = [];
  const all = { onProgress: (step: OperationProgress) => progress.push(step), ...options };
  const work: Promise<unknown> =
    method === "PUT"
      ? registryEndpoints.createOrReplace(ID, BODY, all)
      : registryEndpoints.delete(ID, all);
  return {
    ...azure,
    progress,
    result: inVirtualTime(work),
    seconds: () => (Date.now() - start) / 1_000,
  };
}
