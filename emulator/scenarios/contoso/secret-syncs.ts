import type { StoredResource } from "../../store";
import { daysAgo, type Timeline } from "../seeds/resource";
import { secretSync, type SecretSyncSeed } from "../seeds/secret-sync";
import { sites } from "./sites";

const usernamePassword = (username: string, password: string) => ({ username, password });

const dockerConfig = "kubernetes.io/dockerconfigjson";

/** Secret syncs: most make a registry endpoint's pull secret, in good order or failing in a way of its own. */
export function secretSyncs(timeline: Timeline): StoredResource[] {
  const lastReport = daysAgo(timeline, 9);
  const seeds: SecretSyncSeed[] = [
    {
      site: sites.gothenburg,
      name: "ghcr-pull",
      type: "Opaque",
      keys: usernamePassword("ghcr-username", "ghcr-token"),
    },
    {
      site: sites.gothenburg,
      name: "harbor-pull",
      type: dockerConfig,
      keys: { ".dockerconfigjson": "harbor-docker-config" },
    },
    {
      // Not a registry's: shares the provider class with the two above.
      site: sites.gothenburg,
      name: "opcua-line-credentials",
      type: "Opaque",
      keys: usernamePassword("opcua-user", "opcua-password"),
    },
    {
      site: sites.stuttgart,
      name: "dockerhub-pull",
      type: "Opaque",
      keys: usernamePassword("dockerhub-username", "dockerhub-password"),
    },
    {
      site: sites.lyon,
      name: "quay-pull",
      type: "Opaque",
      keys: usernamePassword("quay-robot-name", "quay-robot-token"),
    },
    {
      site: sites.monterrey,
      name: "ecr-pull",
      type: "Opaque",
      keys: usernamePassword("ecr-username", "ecr-token"),
    },
    {
      site: sites.austin,
      name: "acr-token-pull",
      type: "Opaque",
      keys: usernamePassword("acr-token-name", "acr-token-password"),
    },
    {
      site: sites.curitiba,
      name: "ghcr-pull-curitiba",
      type: "Opaque",
      keys: usernamePassword("ghcr-username", "ghcr-token"),
    },
    {
      site: sites.toronto,
      name: "artifactory-pull",
      type: "Opaque",
      keys: usernamePassword("artifactory-user", "artifactory-token"),
      status: {
        lastSuccessfulSyncTime: lastReport,
        conditions: [
          {
            type: "Create",
            status: "True",
            reason: "CreateSucceeded",
            message: "Secret created successfully.",
            lastTransitionTime: lastReport,
            observedGeneration: 1,
          },
        ],
      },
    },
    {
      site: sites.redmond,
      name: "lab-ghcr-pull",
      type: "Opaque",
      keys: usernamePassword("lab-ghcr-user", "lab-ghcr-token"),
    },
    {
      site: sites.redmond,
      name: "retired-pull",
      type: "Opaque",
      keys: usernamePassword("lab-ghcr-user", "retired-token"),
    },
  ];
  return seeds.map((seed) => secretSync(timeline, seed));
}
