import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { idKey } from "../../../azure/resource-id";
import { useAccount, useAzure } from "../../../queries/azure-context";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { permissionOptions } from "../../../queries/permissions";
import { instanceIdsOf, isDenied, MAX_ASKED_INSTANCES } from "./bulk-rights";

/**
 * Asks Azure on which instances of some endpoints the person may not delete any. An instance of which it has
 * said nothing, or nothing that can be read, is not among them.
 *
 * @returns keys of these instances, and of how many Azure is asked
 */
export function useDeniedInstances(targets: readonly BulkTarget[]) {
  const azure = useAzure();
  const account = useAccount();
  const instanceIds = useMemo(() => instanceIdsOf(targets), [targets]);
  const asked = useMemo(() => instanceIds.slice(0, MAX_ASKED_INSTANCES), [instanceIds]);
  const answers = useQueries({
    queries: asked.map((id) => ({
      // The person's own calls go first.
      ...permissionOptions(azure, account, id, "background"),
      // A role may have come since the last review.
      staleTime: 0,
      select: isDenied,
    })),
    combine: dataOf,
  });
  const denied = useMemo(
    () => new Set(asked.filter((_, at) => answers[at] === true).map(idKey)),
    [asked, answers],
  );
  return { denied, asked: asked.length, instances: instanceIds.length };
}

function dataOf<Data>(results: readonly { data?: Data }[]): (Data | undefined)[] {
  return results.map(({ data }) => data);
}
