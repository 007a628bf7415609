import { describe, expect, it } from "vitest";
import type { SecretSync, SecretSyncCondition } from "../../../azure/secret-sync/secret-sync";
import { syncReport, syncVerdict } from "./sync-verdict";

function sync(...conditions: Partial<SecretSyncCondition>[]): SecretSync {
  return {
    id: "/sync",
    name: "sync",
    type: "Microsoft.SecretSyncController/secretSyncs",
    location: "westeurope",
    properties: {
      secretProviderClassName: "spc",
      serviceAccountName: "aio-ssc-sa",
      kubernetesSecretType: "Opaque",
      objectSecretMapping: [],
      status: {
        conditions: conditions.map((condition) => ({
          type: "Create",
          status: "True",
          reason: "CreateSucceeded",
          message: "",
          ...condition,
        })),
      },
    },
  };
}

describe("the verdict on a secret sync", () => {
  it("is unknown before the cluster says anything, or while it is not sure", () => {
    expect(syncVerdict(sync())).toEqual({ state: "unknown" });
    expect(syncVerdict(sync({ status: "Unknown" }))).toEqual({ state: "unknown" });
  });

  it("is the condition that changed last", () => {
    const early = "2026-11-21T08:00:00Z";
    const late = "2026-11-21T09:00:00Z";
    const made = { type: "Create", lastTransitionTime: early };
    const failed = {
      type: "Update",
      status: "False",
      reason: "ProviderError",
      message: "expired",
      lastTransitionTime: late,
    };
    expect(syncVerdict(sync(failed, made))).toEqual({
      state: "failed",
      reason: "ProviderError",
      message: "expired",
      at: late,
    });
    expect(
      syncVerdict(
        sync({ ...made, lastTransitionTime: late }, { ...failed, lastTransitionTime: early }),
      ).state,
    ).toBe("synced");
  });

  it("is the later condition where no time is told", () => {
    expect(syncVerdict(sync({ status: "False" }, { type: "Update" })).state).toBe("synced");
  });

  it("comes with a report that changes when the cluster says something new", () => {
    const before = sync({ status: "False", lastTransitionTime: "2026-11-21T08:00:00Z" });
    expect(syncReport(before)).toBe(syncReport(structuredClone(before)));
    const after = sync({ status: "False", lastTransitionTime: "2026-11-21T08:01:00Z" });
    expect(syncReport(after)).not.toBe(syncReport(before));
  });
});
