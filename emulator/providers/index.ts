import type { ResourceProvider } from "../resource-manager/provider";
import { authorization } from "./authorization/provider";
import { containerRegistry } from "./container-registry/provider";
import { extendedLocations } from "./extended-location/provider";
import { iotOperations } from "./iot-operations/provider";
import { keyVault } from "./key-vault/provider";
import { kubernetesConfiguration } from "./kubernetes-configuration/provider";
import { kubernetes } from "./kubernetes/provider";
import { managedIdentity } from "./managed-identity/provider";
import { resources } from "./resources/provider";
import { secretSync } from "./secret-sync/provider";

/** Every emulated resource provider. Subscriptions, resource groups and permissions are the core's. */
export const providers: ResourceProvider[] = [
  iotOperations,
  extendedLocations,
  kubernetes,
  kubernetesConfiguration,
  secretSync,
  keyVault,
  containerRegistry,
  managedIdentity,
  authorization,
  resources,
];
