import { useEffect, useMemo, useState } from "react";
import { useAzure } from "../../../queries/azure-context";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { readEndpointUsage, type InstancesUsage } from "../../../queries/endpoint-usage";
import { instanceIdsOf } from "./bulk-rights";

interface Reading {
  usage?: InstancesUsage;
  isRead: boolean;
}

const NOTHING: Reading = { isRead: false };

/** Who uses the endpoints, as it arrives. `readAgain` asks once more. */
export function useUsage(targets: readonly BulkTarget[]) {
  const azure = useAzure();
  const [attempt, setAttempt] = useState(0);
  const [reading, setReading] = useState(NOTHING);
  const instanceIds = useMemo(() => instanceIdsOf(targets), [targets]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const show = (next: Reading) => {
      if (!signal.aborted) setReading(next);
    };
    readEndpointUsage(azure, instanceIds, {
      signal,
      // Hundreds of instances must not keep the person's own calls waiting.
      priority: "background",
      onPart: (usage) => show({ usage, isRead: false }),
    }).then(
      (usage) => show({ usage, isRead: true }),
      // It rejects only when it is aborted.
      () => undefined,
    );
    return () => controller.abort();
  }, [azure, instanceIds, attempt]);
  return {
    ...reading,
    readAgain: () => {
      setReading(NOTHING);
      setAttempt((before) => before + 1);
    },
  };
}
