import { z } from "zod";
import type {
  OperationContext,
  PatchOperation,
  PutOperation,
  ResourceBody,
  ResourceType,
  Target,
} from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody, invalidMember, optional, readOnly, tags } from "../body-checks";
import { hexOf } from "../deterministic-guid";
import { retryFailedSyncs } from "../secret-sync/sync-status";
import { keyVaultVersions } from "./contract";

/** Largest secret value in bytes (Key Vault service limits: 25 KB). */
const maxValueBytes = 25 * 1024;

const unixSeconds = z.int().nonnegative();

const secretBody = z.object({
  tags: optional(tags),
  properties: z.strictObject({
    value: optional(z.string().min(1)),
    contentType: optional(z.string()),
    attributes: optional(
      z.strictObject({
        enabled: optional(z.boolean()),
        nbf: optional(unixSeconds),
        exp: optional(unixSeconds),
        created: readOnly,
        updated: readOnly,
      }),
    ),
    secretUri: readOnly,
    secretUriWithVersion: readOnly,
  }),
});

type AskedProperties = z.infer<typeof secretBody>["properties"];

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(secretBody, body);
  if (!existing && asked.properties.value === undefined) {
    const message = "Missing required property 'properties.value'.";
    throw invalidMember("properties.value", "OBJECT_MISSING_REQUIRED_PROPERTY", message);
  }
  const { attributes, contentType } = asked.properties;
  return stored(
    asked.properties,
    { contentType, attributes, tags: asked.tags },
    target,
    existing,
    context,
  );
};

const preparePatch: PatchOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(secretBody.partial(), body);
  const before = existing.properties as AskedProperties;
  const kept = {
    contentType: asked.properties?.contentType ?? before.contentType,
    attributes: { ...before.attributes, ...asked.properties?.attributes },
    tags: asked.tags ?? existing.tags,
  };
  return stored(asked.properties ?? {}, kept, target, existing, context);
};

/** What is kept of a write: never the value, only that there is a new version. */
function stored(
  { value }: { value?: string },
  kept: Pick<AskedProperties, "contentType" | "attributes"> & { tags?: Record<string, string> },
  target: Target,
  existing: StoredResource | undefined,
  context: OperationContext,
): ResourceBody {
  if (value !== undefined && new TextEncoder().encode(value).length > maxValueBytes) {
    const message = `The secret's value is longer than ${maxValueBytes} bytes.`;
    throw invalidMember("properties.value", "MAX_LENGTH", message);
  }
  const { enabled = true, nbf, exp } = kept.attributes ?? {};
  if (nbf !== undefined && exp !== undefined && exp <= nbf) {
    const message = "The expiry time must be after the activation time.";
    throw invalidMember("properties.attributes.exp", "INVALID_VALUE", message);
  }
  const vault = context.store.get(String(target.parentId));
  const secretUri = `${String(vault?.properties.vaultUri)}secrets/${target.name}`;
  const previous = existing?.properties.secretUriWithVersion as string | undefined;
  const seconds = Math.floor(context.clock.now() / 1_000);
  const created = existing?.properties.attributes as { created: number } | undefined;
  const isNewVersion = value !== undefined || previous === undefined;
  return {
    location: vault?.location,
    ...(kept.tags ? { tags: kept.tags } : {}),
    properties: {
      ...(kept.contentType === undefined ? {} : { contentType: kept.contentType }),
      attributes: {
        enabled,
        ...(nbf === undefined ? {} : { nbf }),
        ...(exp === undefined ? {} : { exp }),
        created: isNewVersion ? seconds : (created?.created ?? seconds),
        updated: seconds,
      },
      secretUri,
      secretUriWithVersion: isNewVersion ? secretVersionUri(secretUri, previous) : previous,
    },
  };
}

/** Address of the version that follows `previous` (absent: the first one). */
export function secretVersionUri(secretUri: string, previous?: string): string {
  return `${secretUri}/${hexOf(previous ?? secretUri, 32)}`;
}

/**
 * Secrets on the control plane: every write of a value makes a new version, a value is never
 * returned, and there is no DELETE (2026-02-01).
 */
export const vaultSecrets: ResourceType = {
  type: "Microsoft.KeyVault/vaults/secrets",
  apiVersions: keyVaultVersions,
  name: { pattern: /^[a-zA-Z0-9-]{1,127}$/, minLength: 1, maxLength: 127 },
  get: true,
  list: { scopes: ["parent"], pageSize: 25, topParameter: "$top" },
  put: { prepare, onSucceeded: (_resource, context) => retryFailedSyncs(context) },
  patch: { prepare: preparePatch },
};
