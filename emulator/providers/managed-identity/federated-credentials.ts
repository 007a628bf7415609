import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { PutOperation, ResourceType } from "../../resource-manager/provider";
import { checkBody } from "../body-checks";
import { managedIdentityVersions } from "./contract";

/** Federated credentials that one identity can have (Microsoft Entra limit). */
const maxCredentials = 20;

const type = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials";

const credentialBody = z.object({
  properties: z.strictObject({
    issuer: z.string().min(1),
    subject: z.string().min(1),
    audiences: z.array(z.string()).min(1),
  }),
});

const prepare: PutOperation["prepare"] = (body, target, existing, { store }) => {
  const { properties } = checkBody(credentialBody, body);
  const others = store
    .list(type, target.parentId)
    .filter((other) => other.id.toLowerCase() !== target.id.toLowerCase());
  if (!existing && others.length >= maxCredentials) {
    const message = `Too many Federated Identity Credentials. The max is ${maxCredentials}.`;
    throw new ArmError(400, "BadRequest", message);
  }
  const isTaken = others.some(
    (other) =>
      other.properties.issuer === properties.issuer &&
      other.properties.subject === properties.subject,
  );
  if (isTaken) {
    const message = "Issuer and subject combination already exists for this Managed Identity.";
    throw new ArmError(409, "Conflict", message);
  }
  return { properties };
};

export const federatedCredentials: ResourceType = {
  type,
  apiVersions: managedIdentityVersions,
  name: { pattern: /^[a-zA-Z0-9][a-zA-Z0-9-_]{2,119}$/, minLength: 3, maxLength: 120 },
  get: true,
  list: { scopes: ["parent"], pageSize: 20, topParameter: "$top" },
  put: { prepare },
  delete: {},
};
