import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { endpointIds } from "../../emulator/scenarios/contoso-names";
import { createAzureClient } from "./create-azure-client";
import { AzureError } from "./http/azure-error";
import { describeFailure } from "./http/describe-failure";
import { inProcessAzure } from "./testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "./testing/virtual-time";

const ID = endpointIds.healthyAcr;
const DELETE = "DELETE Microsoft.IoTOperations/instances/registryEndpoints";

vi.setConfig({ testTimeout: 30_000 });
beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

describe.each(["all", "none"] as const)("with headers exposed: %s, a DELETE", (exposeHeaders) => {
  const start = (outcome?: "Failed" | "Canceled" | "never") => {
    const azure = createLocalAzure();
    azure.settings.exposeHeaders = exposeHeaders;
    azure.settings.tokenLifetimeSeconds = 7_200;
    if (outcome) azure.faults.add({ match: { operation: DELETE }, effect: { lro: { outcome } } });
    const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
    const client = createAzureClient(inProcessAzure((one) => azure.fetch(one), credential));
    const deletions = () => azure.requests().filter(({ method }) => method === "DELETE").length;
    return { azure, endpoints: client.registryEndpoints, deletions };
  };

  const failureOf = async (work: Promise<unknown>): Promise<AzureError> => {
    const error: unknown = await inVirtualTime(work).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AzureError);
    return error as AzureError;
  };

  test("that succeeds resolves once the endpoint is gone, and not before", async () => {
    const { azure, endpoints, deletions } = start();
    const states: string[] = [];
    const onProgress = ({ state }: { state: string }) => {
      states.push(state);
      expect(azure.store.get(ID)).toBeDefined();
    };
    await inVirtualTime(endpoints.delete(ID, { onProgress }));
    expect(azure.store.get(ID)).toBeUndefined();
    expect(states[0]).toBe("Deleting");
    expect(deletions()).toBe(1);
  });

  test.each([
    ["Failed", ["InternalOperationError", "OperationFailed"]],
    ["Canceled", ["OperationCanceled"]],
  ] as const)("that ends %s fails, and the endpoint is still there", async (outcome, codes) => {
    const { azure, endpoints } = start(outcome);
    const error = await failureOf(endpoints.delete(ID));
    expect(codes).toContain(error.code);
    expect(error).toMatchObject({ method: "DELETE", path: ID, isAccepted: true });
    expect(error.message).not.toContain("could not be asked");
    expect(describeFailure(error, "x").nextStep).toContain("did not complete it");
    expect(azure.store.get(ID)).toBeDefined();
  });

  test("without an end is given up after 30 minutes, and is not said to have failed", async () => {
    const { endpoints, deletions } = start("never");
    const error = await failureOf(endpoints.delete(ID));
    expect(error).toMatchObject({ code: "OperationTimedOut", method: "DELETE" });
    expect(describeFailure(error, "x").nextStep).toContain("may still finish it");
    expect(deletions()).toBe(1);
  });
});
