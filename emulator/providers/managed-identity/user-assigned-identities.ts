import { z } from "zod";
import { CONTOSO_TENANT_ID } from "../../entra/personas";
import type { PatchOperation, PutOperation, ResourceType } from "../../resource-manager/provider";
import { checkBody, location, optional, readOnly, tags } from "../body-checks";
import { guidOf } from "../deterministic-guid";
import { checkLocationUnchanged } from "../tracked-resource";
import { managedIdentityVersions } from "./contract";

const properties = z.strictObject({
  isolationScope: optional(z.enum(["None", "Regional"])),
  tenantId: readOnly,
  principalId: readOnly,
  clientId: readOnly,
});

const identityBody = z.object({
  location,
  tags: optional(tags),
  properties: optional(properties),
});

const identityPatch = z.object({ tags: optional(tags), properties: optional(properties) });

const prepare: PutOperation["prepare"] = (body, target, existing) => {
  const asked = checkBody(identityBody, body);
  checkLocationUnchanged(asked.location, target, existing);
  const ids = existing ? idsOf(existing.properties) : identityIds(target.id);
  return { ...asked, properties: { ...asked.properties, ...ids } };
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing) => {
  const asked = checkBody(identityPatch, body);
  return {
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    properties: { ...existing.properties, ...asked.properties },
  };
};

function idsOf({ tenantId, principalId, clientId }: Record<string, unknown>) {
  return { tenantId, principalId, clientId };
}

/** The ids that the directory gives to the identity of resource `id`. */
export function identityIds(id: string) {
  const key = id.toLowerCase();
  return {
    tenantId: CONTOSO_TENANT_ID,
    principalId: guidOf(`principal of ${key}`),
    clientId: guidOf(`client of ${key}`),
  };
}

export const userAssignedIdentities: ResourceType = {
  type: "Microsoft.ManagedIdentity/userAssignedIdentities",
  apiVersions: managedIdentityVersions,
  name: { pattern: /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/, minLength: 3, maxLength: 128 },
  get: true,
  list: { scopes: ["subscription", "resourceGroup"], pageSize: 50, topParameter: "$top" },
  put: { prepare },
  patch: { prepare: preparePatch },
  delete: {},
};
