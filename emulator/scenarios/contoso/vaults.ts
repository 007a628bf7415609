import { gothenburgSecrets, vaultIds } from "../contoso-names";
import type { SecretSeed, VaultSeed } from "../seeds/key-vault";
import { edgeSiteIds } from "../seeds/edge-site-ids";
import { identityIds } from "../../providers/managed-identity/user-assigned-identities";
import { sites } from "./sites";

const plant = (names: string[]): SecretSeed[] =>
  names.map((name, index) => ({ name, contentType: "text/plain", updated: 20 + index * 7 }));

const dockerConfigType = "application/vnd.docker.config+json";

const gothenburg: SecretSeed[] = [
  { name: "ghcr-username", contentType: "text/plain", updated: 75, tags: { registry: "ghcr.io" } },
  {
    name: "ghcr-token",
    contentType: "text/plain",
    updated: 75,
    expiresIn: 14,
    tags: { registry: "ghcr.io" },
  },
  { name: "harbor-docker-config", contentType: dockerConfigType, updated: 52, expiresIn: 240 },
  { name: "dockerhub-username", updated: 31 },
  { name: "dockerhub-token", updated: 31, expiresIn: 150 },
  { name: "quay-robot-name", updated: 380 },
  { name: gothenburgSecrets.expired, updated: 380, expiresIn: -15 },
  { name: gothenburgSecrets.disabled, updated: 510, isDisabled: true },
  { name: gothenburgSecrets.notYetActive, updated: 1, activeIn: 5, expiresIn: 370 },
  ...plant([
    "agv-fleet-api-key",
    "andon-board-token",
    "bosch-nexeed-password",
    "erp-connector-user",
    "erp-connector-password",
    "fanuc-cell-01-password",
    "fanuc-cell-02-password",
    "historian-write-key",
    "kuka-line-3-password",
    "mes-gateway-secret",
    "mqtt-bridge-password",
    "opcua-password",
    "opcua-user",
    "paint-lab-api-key",
    "plc-s7-1500-password",
    "scada-readonly-password",
    "scada-readonly-user",
    "torque-tool-api-key",
    "vision-station-11-key",
    "vision-station-12-key",
    "weld-monitor-token",
    "wms-interface-password",
    gothenburgSecrets.onSecondPage,
  ]),
];

/** One vault for each site with secure settings. */
export const vaults: VaultSeed[] = [
  { id: vaultIds.gothenburg, location: "northeurope", mode: "rbac", secrets: gothenburg },
  {
    id: vaultIds.stuttgart,
    location: "germanywestcentral",
    mode: "accessPolicy",
    readers: [identityIds(edgeSiteIds(sites.stuttgart).syncIdentity).principalId],
    secrets: [
      { name: "dockerhub-username", updated: 400 },
      { name: "dockerhub-password", updated: 400, expiresIn: -35 },
      { name: "mqtt-client-cert", updated: 120, expiresIn: 245 },
    ],
  },
  {
    id: vaultIds.lyon,
    location: "westeurope",
    mode: "rbac",
    publicNetworkAccess: "Disabled",
    networkDefault: "Deny",
    secrets: [
      { name: "quay-robot-name", updated: 88 },
      { name: "quay-robot-token", updated: 88, expiresIn: 277 },
    ],
  },
  {
    id: vaultIds.gdansk,
    location: "northeurope",
    mode: "rbac",
    publicNetworkAccess: "disabled",
    secrets: [],
  },
  {
    id: vaultIds.monterrey,
    location: "southcentralus",
    mode: "rbac",
    secrets: [
      { name: "ecr-username", updated: 3 },
      { name: "ecr-token", updated: 3, expiresIn: 0.4 },
      { name: "line-control-token", updated: 140 },
    ],
  },
  {
    id: vaultIds.austin,
    location: "southcentralus",
    mode: "rbac",
    secrets: [
      { name: "acr-token-name", updated: 66 },
      { name: "acr-token-password", updated: 66, expiresIn: 114 },
    ],
  },
  {
    id: vaultIds.curitiba,
    location: "eastus2",
    mode: "accessPolicy",
    secrets: [
      { name: "ghcr-username", updated: 30 },
      { name: "ghcr-token", updated: 30, expiresIn: 60 },
    ],
  },
  {
    id: vaultIds.toronto,
    location: "eastus",
    mode: "rbac",
    networkDefault: "Deny",
    secrets: [
      { name: "artifactory-user", updated: 95 },
      { name: "artifactory-token", updated: 2, expiresIn: 178 },
    ],
  },
  { id: vaultIds.detroit, location: "eastus2", mode: "rbac", secrets: [] },
  {
    id: vaultIds.redmond,
    location: "westus3",
    mode: "rbac",
    secrets: [
      { name: "lab-ghcr-user", updated: 17 },
      { name: "lab-ghcr-token", updated: 17, expiresIn: 13 },
    ],
  },
];
