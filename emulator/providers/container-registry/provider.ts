import { z } from "zod";
import type { ProviderOperation, ResourceProvider } from "../../resource-manager/provider";
import { resourceNotFound } from "../../resource-manager/refusals";
import { checkBody } from "../body-checks";
import { registryType, registryVersions, tokenType } from "./contract";
import { isRegistryNameTaken, registries } from "./registries";
import { scopeMaps } from "./scope-maps";
import { tokens } from "./tokens";

const nameBody = z.object({ name: z.string(), type: z.literal(registryType) });

const checkNameAvailability: ProviderOperation = {
  apiVersions: registryVersions,
  action: "Microsoft.ContainerRegistry/checkNameAvailability/read",
  handle({ body }, { store }) {
    const { name } = checkBody(nameBody, body);
    if (!/^[a-zA-Z0-9]{5,50}$/.test(name)) {
      const message = "The registry name must have 5 to 50 characters, letters and digits only.";
      return { status: 200, body: { nameAvailable: false, reason: "Invalid", message } };
    }
    if (!isRegistryNameTaken(name, store.list(registryType))) {
      return { status: 200, body: { nameAvailable: true } };
    }
    const message = `The registry ${name} is already in use.`;
    return { status: 200, body: { nameAvailable: false, reason: "AlreadyExists", message } };
  },
};

/** Storage limits by SKU in GiB (Container Registry documentation, "Service tiers"). */
const storageLimits: Record<string, number> = { Basic: 10, Standard: 100, Premium: 500 };

const listUsages: ProviderOperation = {
  apiVersions: registryVersions,
  action: "Microsoft.ContainerRegistry/registries/listUsages/read",
  handle({ scope, names: [name = ""] }, { store }) {
    const registry = store.get(scope);
    if (!registry) {
      const [, , , , group] = scope.split("/");
      throw resourceNotFound(`${registryType}/${name}`, group);
    }
    const limit = storageLimits[String(registry.sku?.name)] ?? 0;
    const usage = (what: string, most: number, currentValue: number, unit: string) => ({
      ...{ name: what, limit: most, currentValue, unit },
    });
    const tokenCount = store.list(tokenType, registry.id).length;
    const value = [
      usage("Size", limit * 2 ** 30, 0, "Bytes"),
      usage("Tokens", 50_000, tokenCount, "Count"),
    ];
    return { status: 200, body: { value } };
  },
};

export const containerRegistry: ResourceProvider = {
  namespace: "Microsoft.ContainerRegistry",
  resourceTypes: [registries, scopeMaps, tokens],
  operations: {
    "POST Microsoft.ContainerRegistry/checkNameAvailability": checkNameAvailability,
    "GET Microsoft.ContainerRegistry/registries/listUsages": listUsages,
  },
};
