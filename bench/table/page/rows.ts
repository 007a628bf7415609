import { authenticationText } from "../../../src/lib/endpoint-query/columns";
import type { BenchRow } from "./candidate";

/** Rows as they travel: each instance once. `bench/table/generate-rows.ts` writes them. */
export interface PackedRows {
  instances: readonly {
    id: string;
    name: string;
    version: string;
    site: string;
    location: string;
    resourceGroup: string;
    subscriptionId: string;
    subscriptionName: string;
    tags: Record<string, string>;
  }[];
  /**
   * Position of the instance, id, name, host, method, provisioning state. The id as Azure sends it: one that
   * was put together here would cost whoever reads it first.
   */
  endpoints: readonly (readonly [number, string, string, string, string, string])[];
}

/** The rows of the list, in the order of their ids, in which Azure gives them. */
export function unpackRows({ instances, endpoints }: PackedRows): BenchRow[] {
  return endpoints.flatMap(
    ([at, id, name, host, authentication, provisioningState]): BenchRow[] => {
      const instance = instances[at];
      if (instance === undefined) return [];
      return [
        {
          id,
          name,
          host,
          authentication,
          method: authenticationText(authentication),
          provisioningState,
          instanceId: instance.id,
          instanceName: instance.name,
          instanceVersion: instance.version,
          site: instance.site,
          location: instance.location,
          resourceGroup: instance.resourceGroup,
          subscriptionId: instance.subscriptionId,
          subscriptionName: instance.subscriptionName,
          tags: instance.tags,
          source: "resourceGraph",
        },
      ];
    },
  );
}
