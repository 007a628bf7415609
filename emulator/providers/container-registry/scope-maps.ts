import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { PatchOperation, PutOperation, ResourceType } from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody, optional, readOnly } from "../body-checks";
import { deleteOperation, registryVersions, scopeMapType, writeOperation } from "./contract";

const action = z
  .string()
  .regex(
    /^(?:repositories|gateway)\/.+\/(?:content\/(?:read|write|delete)|metadata\/(?:read|write)|config\/(?:read|write)|message\/(?:read|write))$/,
  );

const properties = {
  description: optional(z.string()),
  actions: z.array(action),
  type: readOnly,
  creationDate: readOnly,
  provisioningState: readOnly,
};

const scopeMapBody = z.object({ properties: z.strictObject(properties) });
const scopeMapPatch = z.object({ properties: optional(z.strictObject(properties).partial()) });

const prepare: PutOperation["prepare"] = (body, _target, existing, { clock }) => {
  refuseSystemMap(existing);
  const asked = checkBody(scopeMapBody, body);
  const creationDate = existing?.properties.creationDate ?? clock.iso();
  return { properties: { ...asked.properties, type: "UserDefined", creationDate } };
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing) => {
  refuseSystemMap(existing);
  const asked = checkBody(scopeMapPatch, body);
  return { properties: { ...existing.properties, ...asked.properties } };
};

function refuseSystemMap(existing: StoredResource | undefined): void {
  if (existing?.properties.type !== "SystemDefined") return;
  const message = `The scope map '${existing.name}' is defined by the system and cannot be changed.`;
  throw new ArmError(400, "ScopeMapNotModifiable", message);
}

const read = "repositories/*/content/read";
const metadataRead = "repositories/*/metadata/read";
const write = "repositories/*/content/write";
const metadataWrite = "repositories/*/metadata/write";

const systemMaps: Record<string, { description: string; actions: string[] }> = {
  _repositories_pull: { description: "Can pull any repository of the registry", actions: [read] },
  _repositories_pull_metadata_read: {
    description: "Can perform all read operations on the registry",
    actions: [read, metadataRead],
  },
  _repositories_push: {
    description: "Can push to any repository of the registry",
    actions: [read, write],
  },
  _repositories_push_metadata_write: {
    description: "Can perform all read and write operations on the registry",
    actions: [read, write, metadataRead, metadataWrite],
  },
  _repositories_admin: {
    description: "Can perform all read, write and delete operations on the registry",
    actions: [read, write, "repositories/*/content/delete", metadataRead, metadataWrite],
  },
};

/** The scope maps that every registry has. */
export function systemScopeMaps(
  { id }: Pick<StoredResource, "id">,
  time: string,
): StoredResource[] {
  return Object.entries(systemMaps).map(([name, { description, actions }]) => ({
    id: `${id}/scopeMaps/${name}`,
    name,
    type: scopeMapType,
    properties: {
      description,
      type: "SystemDefined",
      creationDate: time,
      provisioningState: "Succeeded",
      actions,
    },
  }));
}

export const scopeMaps: ResourceType = {
  type: scopeMapType,
  apiVersions: registryVersions,
  name: { pattern: /^[a-zA-Z0-9-_]*$/, minLength: 5, maxLength: 50 },
  get: true,
  list: { scopes: ["parent"], pageSize: 50 },
  put: { prepare, longRunning: writeOperation },
  patch: { prepare: preparePatch },
  delete: { longRunning: deleteOperation },
};
