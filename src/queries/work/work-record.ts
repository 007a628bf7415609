import * as z from "zod/mini";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { workPrefix } from "./work-prefix";

const optionalText = z.optional(z.string());

const failureSchema = z.object({
  title: z.string(),
  message: z.string(),
  code: optionalText,
  resource: optionalText,
  correlationId: optionalText,
  missingAction: optionalText,
  missingScope: optionalText,
  nextStep: z.string(),
  canRetry: z.boolean(),
});

const madeSchema = z.object({
  /** True if the secret sync was not there before. */
  secretSync: z.boolean(),
  /** Names of the provider class's entries that were not there before. */
  entries: z.array(z.string()),
  /** Ids of Key Vault secrets that did not exist before. */
  vaultSecrets: z.array(z.string()),
});

const recordSchema = z.object({
  /** ARM id of the registry endpoint. */
  id: z.string(),
  kind: z.enum(["create", "update", "delete"]),
  /** One attempt of a person; a retry of the same is the same run. */
  runId: z.string(),
  /** The tab that runs it: a reload of this tab goes on without asking. */
  tabId: z.string(),
  startedAt: z.number(),
  /** Whether the write of the endpoint itself has left for Azure, which has not said that it did nothing. */
  phase: z.enum(["preparing", "sent"]),
  /** What the endpoint's PUT sends. */
  body: z.optional(z.custom<RegistryEndpointBody>(hasProperties)),
  /** The endpoint as it was before an update. */
  base: z.optional(z.custom<RegistryEndpoint>(hasProperties)),
  /** The wizard's form; it never holds a secret value. The wizard checks it when it reads it. */
  values: z.optional(z.record(z.string(), z.unknown())),
  /** The Kubernetes secret that belongs to the run: made by it, or removed with the endpoint. */
  secret: z.optional(z.object({ secretRef: z.string(), names: z.array(z.string()) })),
  /** One of many that one press deletes, or creates again: in the background, and told of as a whole. */
  isBulk: z.optional(z.boolean()),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.enum(["waiting", "running", "done", "failed"]),
      detail: optionalText,
    }),
  ),
  made: madeSchema,
  /** Why it stopped; absent while somebody runs it. */
  failure: z.optional(failureSchema),
  /** It has stopped because its page was closed, or the person stopped it. */
  isInterrupted: z.optional(z.boolean()),
  /** Id of the link that it stopped at. */
  stoppedAt: optionalText,
  /** Written at the very end, for other tabs to see before the record goes. */
  isDone: z.optional(z.boolean()),
});

/** What is kept of one creation, edit or deletion until it is over: no secret and no signed address. */
export type WorkRecord = z.infer<typeof recordSchema>;
export type WorkKind = WorkRecord["kind"];

/** What a run made that was not there before: all that cleaning up may remove. */
export type MadeByWork = WorkRecord["made"];

/** What a page asks for; the store adds the rest of the record. */
export type WorkRequest = Pick<
  WorkRecord,
  "id" | "kind" | "body" | "base" | "values" | "secret" | "isBulk"
> & { made?: Partial<MadeByWork> };

export type WorkStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** The records of one person, one for each endpoint; readable by every tab. */
export interface WorkRecords {
  /** Undefined when there is none, or none that can be read. */
  read: (id: string) => WorkRecord | undefined;
  all: () => WorkRecord[];
  write: (record: WorkRecord) => void;
  /** Writes unless it was removed meanwhile: by signing out or by another tab. */
  rewrite: (record: WorkRecord) => void;
  remove: (id: string) => void;
  /** The key of the endpoint that a storage key belongs to; undefined for all others. */
  keyOf: (storageKey: string) => string | undefined;
}

/** Keeps work records in `storage`. A full or forbidden storage costs the resuming, nothing else. */
export function createWorkRecords(storage: WorkStorage, accountId: string): WorkRecords {
  const prefix = workPrefix(accountId);
  const storageKeyOf = (id: string) => prefix + idKey(id);
  const read = (id: string) => parseWorkRecord(storage.getItem(storageKeyOf(id)));
  const write = (record: WorkRecord) => {
    try {
      storage.setItem(storageKeyOf(record.id), JSON.stringify(record));
    } catch {
      // See above.
    }
  };
  const keyOf = (storageKey: string) =>
    storageKey.startsWith(prefix) ? storageKey.slice(prefix.length) : undefined;
  return {
    read,
    write,
    keyOf,
    all: () =>
      Array.from({ length: storage.length }, (_, index) => keyOf(storage.key(index) ?? ""))
        .flatMap((id) => (id === undefined ? [] : (read(id) ?? [])))
        .sort((one, other) => one.startedAt - other.startedAt),
    rewrite: (record) => {
      if (storage.getItem(storageKeyOf(record.id)) !== null) write(record);
    },
    remove: (id) => storage.removeItem(storageKeyOf(id)),
  };
}

/** What a stored text says; undefined when it is no record. */
export function parseWorkRecord(text: string | null): WorkRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text ?? "null")).data;
  } catch {
    return undefined;
  }
}

function hasProperties(value: unknown): boolean {
  const { properties } = (value ?? {}) as { properties?: unknown };
  return typeof properties === "object" && properties !== null;
}
