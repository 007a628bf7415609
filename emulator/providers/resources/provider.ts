import { z } from "zod";
import type { ProviderOperation, ResourceProvider } from "../../resource-manager/provider";
import { checkBody } from "../body-checks";

const nameBody = z.object({ name: z.string().min(1), type: z.string().min(1) });

/** Words that resource names may not be (ARM documentation, "Resolve reserved resource name errors"). */
const reserved = /^(?:login|windows|xbox)|microsoft|^(?:access|azure|bing|onedrive|skype)$/i;

const checkResourceName: ProviderOperation = {
  apiVersions: ["2022-12-01"],
  handle({ body }) {
    const { name, type } = checkBody(nameBody, body);
    return {
      status: 200,
      body: { name, type, status: reserved.test(name) ? "Reserved" : "Allowed" },
    };
  },
};

/** What Resource Manager itself offers beside subscriptions and resource groups, which are the core's. */
export const resources: ResourceProvider = {
  namespace: "Microsoft.Resources",
  resourceTypes: [],
  operations: { "POST Microsoft.Resources/checkResourceName": checkResourceName },
};
