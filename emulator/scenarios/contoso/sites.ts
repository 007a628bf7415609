import { instanceIds, vaultIds, type SiteKey } from "../contoso-names";
import type { EdgeSite } from "../seeds/edge-site-ids";
import { objectsYaml } from "../seeds/secret-sync";

const current = "1.2.189";

/** The factories and labs of Contoso. */
export const sites: Record<SiteKey, EdgeSite> = {
  gothenburg: {
    instanceId: instanceIds.gothenburg,
    location: "northeurope",
    tags: { site: "Gothenburg Assembly", country: "SE", owner: "Body in White" },
    customLocation: "cl-gothenburg",
    version: current,
    secureSettings: {
      vaultId: vaultIds.gothenburg,
      objects: objectsYaml([
        "ghcr-username",
        "ghcr-token",
        "harbor-docker-config",
        "opcua-user",
        "opcua-password",
      ]),
    },
    hasDefaultEndpoint: true,
  },
  stuttgart: {
    instanceId: instanceIds.stuttgart,
    location: "germanywestcentral",
    tags: { site: "Stuttgart Powertrain", country: "DE" },
    customLocation: "cl-stuttgart",
    version: "1.2.154",
    secureSettings: {
      vaultId: vaultIds.stuttgart,
      // The other indentation in use, and keys that a merge must keep.
      objects:
        objectsYaml(["dockerhub-username", "dockerhub-password"], 2, {
          objectVersionHistory: "2",
        }) +
        '  - |\n    objectName: mqtt-client-cert\n    objectType: secret\n    objectEncoding: hex\n    objectVersion: ""\n',
    },
    hasDefaultEndpoint: true,
  },
  lyon: {
    instanceId: instanceIds.lyon,
    location: "westeurope",
    tags: { Site: "Lyon Batteries", country: "FR" },
    customLocation: "cl-lyon",
    version: current,
    secureSettings: {
      vaultId: vaultIds.lyon,
      objects: objectsYaml(["quay-robot-name", "quay-robot-token"]),
    },
    hasLowerCaseLocation: true,
    hasDefaultEndpoint: true,
  },
  gdansk: {
    instanceId: instanceIds.gdansk,
    location: "northeurope",
    tags: {
      site: "Gdańsk – Zakład Napędów Elektrycznych, Hala Montażowa nr 3 (Przeróbka Śluza Wschodnia)",
      country: "PL",
    },
    customLocation: "cl-gdansk",
    displayName: "Gdańsk – Hala Montażowa nr 3",
    version: current,
    secureSettings: { vaultId: vaultIds.gdansk, objects: "" },
    hasDefaultEndpoint: true,
  },
  turin: {
    instanceId: instanceIds.turin,
    location: "westeurope",
    tags: { site: "Torino Body Shop", country: "IT" },
    customLocation: "cl-turin",
    version: "1.2.189",
    hasDefaultEndpoint: true,
  },
  eindhoven: {
    instanceId: instanceIds.eindhoven,
    location: "westeurope",
    tags: { site: "Eindhoven Electronics", country: "NL" },
    customLocation: "cl-eindhoven",
    version: "1.1.59",
    hasDefaultEndpoint: false,
  },
  monterrey: {
    instanceId: instanceIds.monterrey,
    location: "southcentralus",
    tags: { site: "Monterrey Stamping", country: "MX" },
    customLocation: "cl-monterrey",
    version: current,
    secureSettings: {
      vaultId: vaultIds.monterrey,
      objects: objectsYaml(["line-control-token"]),
    },
    hasDefaultEndpoint: true,
  },
  austin: {
    instanceId: instanceIds.austin,
    location: "southcentralus",
    tags: { site: "Austin Final Assembly", country: "US" },
    customLocation: "cl-austin",
    version: current,
    secureSettings: { vaultId: vaultIds.austin, objects: objectsYaml(["acr-token-name"]) },
    hasDefaultEndpoint: true,
  },
  curitiba: {
    instanceId: instanceIds.curitiba,
    location: "eastus2",
    tags: { site: "São José dos Pinhais – Curitiba Motores", country: "BR" },
    customLocation: "cl-curitiba",
    version: "1.2.112",
    secureSettings: {
      vaultId: vaultIds.curitiba,
      objects: objectsYaml(["ghcr-username", "ghcr-token"]),
    },
    hasDefaultEndpoint: true,
  },
  toronto: {
    instanceId: instanceIds.toronto,
    location: "eastus",
    tags: { site: "Toronto Paint Shop", country: "CA" },
    customLocation: "cl-toronto",
    version: "1.2.154",
    connectivity: "Offline",
    secureSettings: {
      vaultId: vaultIds.toronto,
      objects: objectsYaml(["artifactory-user", "artifactory-token"]),
    },
    hasDefaultEndpoint: true,
  },
  detroit: {
    instanceId: instanceIds.detroit,
    location: "eastus2",
    tags: { site: "Detroit Drive Units", country: "US" },
    customLocation: "cl-detroit",
    version: current,
    state: "Failed",
    secureSettings: { vaultId: vaultIds.detroit, objects: "" },
    hasDefaultEndpoint: true,
  },
  redmond: {
    instanceId: instanceIds.redmond,
    location: "westus3",
    tags: { site: "Redmond Edge Lab", stage: "test" },
    customLocation: "cl-redmond-lab",
    version: "1.3.12",
    secureSettings: {
      vaultId: vaultIds.redmond,
      objects: objectsYaml(["lab-ghcr-user", "lab-ghcr-token", "retired-token"]),
    },
    hasDefaultEndpoint: true,
  },
  zurich: {
    instanceId: instanceIds.zurich,
    location: "westeurope",
    tags: { site: "Zürich Prototype Hall", stage: "test" },
    customLocation: "cl-zurich-prototype",
    version: "1.2.112",
    state: "Deleting",
    hasDefaultEndpoint: true,
  },
  bench: {
    instanceId: instanceIds.bench,
    location: "westus2",
    tags: { stage: "test" },
    customLocation: "cl-bench-07",
    version: "1.3.12",
    connectivity: "Expired",
    hasDefaultEndpoint: true,
  },
};
