import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type {
  DeleteOperation,
  ListOperation,
  PutOperation,
  ResourceType,
} from "../../resource-manager/provider";
import type { ResourceStore, StoredResource } from "../../store";
import { checkBody, optional, readOnly } from "../body-checks";
import { authorizationVersions, guidName } from "./contract";

const definitionType = "Microsoft.Authorization/roleDefinitions";
const texts = optional(z.array(z.string()));

const definitionBody = z.object({
  properties: z.strictObject({
    roleName: z.string().min(1),
    description: optional(z.string()),
    type: optional(z.literal("CustomRole")),
    permissions: z
      .array(
        z.strictObject({
          actions: texts,
          notActions: texts,
          dataActions: texts,
          notDataActions: texts,
        }),
      )
      .min(1),
    assignableScopes: z.array(z.string().startsWith("/")).min(1),
    createdOn: readOnly,
    updatedOn: readOnly,
    createdBy: readOnly,
    updatedBy: readOnly,
  }),
});

/** The definition that an id of any prefix names, by its last segment. */
export function storedRoleDefinition(id: string, store: ResourceStore): StoredResource | undefined {
  const name = lastSegment(id);
  return store.list(definitionType).find((definition) => lastSegment(definition.id) === name);
}

const prepare: PutOperation["prepare"] = (body, target, existing, { store, clock, caller }) => {
  const { properties } = checkBody(definitionBody, body);
  const others = store.list(definitionType).filter(({ id }) => lastSegment(id) !== target.name);
  if (existing?.properties.type === "BuiltInRole") {
    const message = "A built-in role cannot be changed.";
    throw new ArmError(403, "RoleDefinitionUpdateNotPermitted", message);
  }
  const isTaken = others.some(({ properties: other }) => other.roleName === properties.roleName);
  if (isTaken) {
    const message =
      "A custom role with the same name already exists in this directory. Use a different name.";
    throw new ArmError(409, "RoleDefinitionWithSameNameExists", message);
  }
  const none = { actions: [], notActions: [], dataActions: [], notDataActions: [] };
  return {
    properties: {
      ...properties,
      type: "CustomRole",
      permissions: properties.permissions.map((permission) => ({ ...none, ...permission })),
      createdOn: existing?.properties.createdOn ?? clock.iso(),
      createdBy: existing?.properties.createdBy ?? caller.objectId,
      updatedOn: clock.iso(),
      updatedBy: caller.objectId,
    },
  };
};

const onDelete: DeleteOperation["onDelete"] = (definition, { store }) => {
  if (definition.properties.type === "BuiltInRole") {
    throw new ArmError(
      403,
      "RoleDefinitionUpdateNotPermitted",
      "A built-in role cannot be deleted.",
    );
  }
  const isUsed = store
    .list("Microsoft.Authorization/roleAssignments")
    .some(({ properties }) => lastSegment(String(properties.roleDefinitionId)) === definition.name);
  if (!isUsed) return;
  const message = `There are existing role assignments referencing role (code: RoleDefinitionHasAssignments): '${definition.name}'.`;
  throw new ArmError(400, "RoleDefinitionHasAssignments", message);
};

const term = /^(roleName|type)\s+eq\s+'([^']*)'$/i;

/** Definitions that can be assigned at the scope; `roleName eq '…'`, `type eq '…'` and `atScopeAndBelow()` choose among them. */
const select: ListOperation["select"] = (scope, filter, { store }) => {
  const subscription = scope.split("/").slice(0, 3).join("/");
  const definitions = store.list(definitionType, subscription);
  const asked = filter?.trim() ?? "";
  if (asked === "" || /^atScopeAndBelow\(\)$/i.test(asked)) return definitions;
  const [, member, value] = term.exec(asked) ?? [];
  if (member === undefined || value === undefined) {
    const message = `The filter '${asked}' is not supported. Supported filters are either 'atScopeAndBelow()' or 'roleName eq '{value}' or type eq '{value}''.`;
    throw new ArmError(400, "UnsupportedQuery", message);
  }
  const name = member.toLowerCase() === "type" ? "type" : "roleName";
  return definitions.filter(
    ({ properties }) => String(properties[name]).toLowerCase() === value.toLowerCase(),
  );
};

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).toLowerCase();
}

/** Role definitions: those built in are read, custom ones written; writes always answer 201. */
export const roleDefinitionType: ResourceType = {
  type: definitionType,
  apiVersions: authorizationVersions,
  name: guidName,
  get: true,
  list: { scopes: ["subscription", "resourceGroup", "parent"], pageSize: 100, select },
  put: { prepare, updateStatus: 201 },
  delete: { onDelete, hasBody: true },
};
