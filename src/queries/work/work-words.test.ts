import { describe, expect, it } from "vitest";
import { AzureError } from "../../azure/http/azure-error";
import type { WorkRecord } from "./work-record";
import { failureOfWork, interruption, isStillUnderWay } from "./work-words";

const record: WorkRecord = {
  id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/acr",
  kind: "create",
  runId: "r",
  tabId: "t",
  startedAt: 0,
  phase: "sent",
  steps: [
    { id: "name", title: "Check that the name is free", status: "done" },
    { id: "secret", title: "Synchronise the secret", status: "failed" },
    { id: "endpoint", title: "Create the registry endpoint", status: "failed" },
  ],
  made: { secretSync: false, entries: [], vaultSecrets: [] },
};

function stopped(code: string, change: Partial<WorkRecord>) {
  const at = { ...record, stoppedAt: "endpoint", ...change };
  const failure = failureOfWork(at, new AzureError({ status: 0, code, message: "Not finished." }));
  return { title: failure.title, isStillUnderWay: isStillUnderWay({ ...at, failure }) };
}

describe("an operation that nobody waited out", () => {
  it.each([
    ["create", "created"],
    ["update", "saved"],
    ["delete", "deleted"],
  ] as const)("is called still under way for %s", (kind, participle) => {
    expect(stopped("OperationTimedOut", { kind })).toEqual({
      title: `“acr” is still being ${participle}`,
      isStillUnderWay: true,
    });
  });

  it("is a failure when it was not the endpoint's own, or ended otherwise", () => {
    expect(stopped("OperationTimedOut", { stoppedAt: "secret" })).toEqual({
      title: "The registry endpoint “acr” could not be created: Synchronise the secret",
      isStillUnderWay: false,
    });
    expect(stopped("OperationFailed", {})).toEqual({
      title: "The registry endpoint “acr” could not be created",
      isStillUnderWay: false,
    });
  });
});

it("says of a recreation that did not reach Azure that no form goes on with it", () => {
  expect(interruption({ ...record, isBulk: true, steps: [] })).toMatchObject({
    title: "“acr” was not created again",
    canRetry: false,
  });
});
