import { z } from "zod";
import type {
  ActionOperation,
  OperationContext,
  PatchOperation,
  PutOperation,
  ResourceType,
  Target,
} from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody, invalidMember, optional, readOnly } from "../body-checks";
import { hexOf } from "../deterministic-guid";
import {
  deleteOperation,
  registryVersions,
  scopeMapType,
  tokenType,
  writeOperation,
} from "./contract";

const passwordName = z.enum(["password1", "password2"]);
const time = z.iso.datetime({ offset: true });

const credentials = z.strictObject({
  certificates: optional(z.array(z.record(z.string(), z.unknown()))),
  passwords: optional(
    z.array(
      z.strictObject({
        name: optional(passwordName),
        expiry: optional(time),
        creationTime: optional(time),
        value: readOnly,
      }),
    ),
  ),
});

const properties = {
  scopeMapId: z.string().min(1),
  status: optional(z.enum(["enabled", "disabled"])),
  credentials: optional(credentials),
  creationDate: readOnly,
  provisioningState: readOnly,
};

const tokenBody = z.object({ properties: z.strictObject(properties) });
const tokenPatch = z.object({ properties: optional(z.strictObject(properties).partial()) });

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const { properties: asked } = checkBody(tokenBody, body);
  checkScopeMap(asked.scopeMapId, target, context);
  const creationDate = existing?.properties.creationDate ?? context.clock.iso();
  return {
    properties: {
      status: "enabled",
      credentials: existing?.properties.credentials ?? { certificates: [], passwords: [] },
      ...asked,
      creationDate,
    },
  };
};

const preparePatch: PatchOperation["prepare"] = (body, target, existing, context) => {
  const { properties: asked = {} } = checkBody(tokenPatch, body);
  if (asked.scopeMapId !== undefined) checkScopeMap(asked.scopeMapId, target, context);
  return { properties: { ...existing.properties, ...asked } };
};

/** A token is of one registry, and so is its scope map. */
function checkScopeMap(id: string, { parentId = "" }: Target, { store }: OperationContext): void {
  const isOfRegistry = id.toLowerCase().startsWith(`${parentId.toLowerCase()}/`);
  if (isOfRegistry && store.get(id)?.type === scopeMapType) return;
  const message = `The scope map '${id}' was not found in the registry '${parentId}'.`;
  throw invalidMember("properties.scopeMapId", "ScopeMapNotFound", message);
}

/** Tokens: passwords are named in answers, their values given by `generateCredentials` once. */
export const tokens: ResourceType = {
  type: tokenType,
  apiVersions: registryVersions,
  name: { pattern: /^[a-zA-Z0-9-]*$/, minLength: 5, maxLength: 50 },
  get: true,
  list: { scopes: ["parent"], pageSize: 50 },
  put: { prepare, longRunning: writeOperation },
  patch: { prepare: preparePatch },
  delete: { longRunning: deleteOperation },
};

const generateBody = z.object({
  tokenId: z.string().min(1),
  name: optional(passwordName),
  expiry: optional(time),
});

interface Password {
  name: string;
  creationTime: string;
  expiry?: string;
}

/** `POST generateCredentials`: makes one password of a token, or both, and tells their values. */
export const generateCredentials: ActionOperation = (body, registry, { store, clock }) => {
  const { tokenId, name, expiry } = checkBody(generateBody, body);
  const token = store.get(tokenId);
  const isOfRegistry = tokenId.toLowerCase().startsWith(`${registry.id.toLowerCase()}/tokens/`);
  if (!token || !isOfRegistry) {
    const message = `The token '${tokenId}' was not found in the registry '${registry.name}'.`;
    throw invalidMember("tokenId", "TokenNotFound", message);
  }
  const made: Password[] = (name ? [name] : passwordName.options).map((passwordOf) => ({
    name: passwordOf,
    creationTime: clock.iso(),
    ...(expiry === undefined ? {} : { expiry }),
  }));
  const passwords = made.map((password) => ({ ...password, value: valueOf(token, password) }));
  return {
    status: 200,
    body: { username: token.name, passwords },
    longRunning: { durationMs: 1_000, onEnd: () => keep(made, token.id, store) },
  };
};

function keep(made: Password[], tokenId: string, store: OperationContext["store"]): void {
  const token = store.get(tokenId);
  if (!token) return;
  const before = token.properties.credentials as { passwords?: Password[] } | undefined;
  const kept = before?.passwords?.filter(({ name }) => made.every((other) => other.name !== name));
  const passwords = [...(kept ?? []), ...made].sort((a, b) => a.name.localeCompare(b.name));
  const changed = { ...token.properties, credentials: { ...before, passwords } };
  store.put({ ...token, properties: changed });
}

function valueOf({ id }: StoredResource, { name, creationTime }: Password): string {
  return hexOf(`${id.toLowerCase()} ${name} ${creationTime}`, 32);
}
