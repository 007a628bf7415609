import type { StoredResource } from "../store";
import { subscriptionIds, subscriptionNames } from "./contoso-names";
import type { Scenario } from "./scenario";
import { edgeSite } from "./seeds/edge-site";
import type { EdgeSite } from "./seeds/edge-site-ids";
import { keyVault } from "./seeds/key-vault";
import { subscriptionAccess } from "./seeds/persona-access";
import { placeOf, resourceId } from "./seeds/resource";
import { resourceGroup, subscription } from "./seeds/subscription";

const group = "rg-aio-pilot";
const vaultId = resourceId(
  subscriptionIds.europe,
  group,
  "Microsoft.KeyVault/vaults",
  "kv-pilot-aio",
);

/** Instances of the scenario `empty`, on which there is no registry endpoint, not even `default`. */
export const emptyInstanceIds = {
  pilot: resourceId(
    subscriptionIds.europe,
    group,
    "Microsoft.IoTOperations/instances",
    "aio-pilot",
  ),
  second: resourceId(
    subscriptionIds.europe,
    group,
    "Microsoft.IoTOperations/instances",
    "aio-second",
  ),
} as const;

const sites: EdgeSite[] = [
  {
    instanceId: emptyInstanceIds.pilot,
    location: "westeurope",
    tags: { site: "Rotterdam Pilot Line" },
    customLocation: "cl-pilot",
    version: "1.2.189",
    secureSettings: { vaultId, objects: "" },
    hasDefaultEndpoint: false,
  },
  {
    instanceId: emptyInstanceIds.second,
    location: "westeurope",
    tags: { site: "Rotterdam Warehouse" },
    customLocation: "cl-second",
    version: "1.2.189",
    hasDefaultEndpoint: false,
  },
];

/** A tenant that has just installed Azure IoT Operations. */
export const empty: Scenario = {
  name: "empty",
  description: "Two healthy instances without any registry endpoint.",
  build(now): StoredResource[] {
    const timeline = { now };
    const { europe, labs } = subscriptionIds;
    return [
      ...subscription(europe, subscriptionNames.europe),
      ...subscription(labs, subscriptionNames.labs),
      resourceGroup(europe, placeOf(vaultId).resourceGroup, "westeurope"),
      ...keyVault(timeline, {
        id: vaultId,
        location: "westeurope",
        mode: "rbac",
        secrets: [{ name: "first-secret", updated: 2 }],
      }),
      ...sites.flatMap((site) => edgeSite(timeline, site)),
      ...subscriptionAccess(timeline, { all: [europe, labs], ofOperator: [europe] }),
    ];
  },
};
