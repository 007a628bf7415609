import * as z from "zod/mini";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { emptyArtifactSecretDraft, type ArtifactSecretDraft } from "../secrets";
import { stepIds, type StepId } from "./editor-search";
import type { EditorValues } from "./form/editor-values";

/** Where the wizard was started from: a draft is only picked up from the same start. */
export interface DraftOrigin {
  instance?: string;
  from?: string;
  /** ARM id of the endpoint that is edited. */
  edit?: string;
  /** ARM id of the endpoint whose creation goes on. */
  resume?: string;
}

export interface Draft {
  origin: DraftOrigin;
  /** The furthest step that was reached. */
  reached: StepId;
  values: EditorValues;
  /** The endpoint that is edited, as it was when the form was filled: what has changed since shows by it. */
  base?: RegistryEndpoint;
}

export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const valuesSchema = z.object({
  instanceId: z.string(),
  name: z.string(),
  registrySource: z.enum(["acr", "other"]),
  acrHost: z.string(),
  hostText: z.string(),
  method: z.enum([
    "Anonymous",
    "SystemAssignedManagedIdentity",
    "UserAssignedManagedIdentity",
    "ArtifactPullSecret",
  ]),
  isMethodChosen: z.boolean(),
  audience: z.string(),
  clientId: z.string(),
  tenantId: z.string(),
  scope: z.string(),
  artifactSecret: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  codeSigningCas: z.array(z.object({ type: z.enum(["Secret", "ConfigMap"]), name: z.string() })),
});

const draftSchema = z.object({
  origin: z.object({
    instance: z.optional(z.string()),
    from: z.optional(z.string()),
    edit: z.optional(z.string()),
    resume: z.optional(z.string()),
  }),
  base: z.optional(z.custom<RegistryEndpoint>(isEndpoint)),
  reached: z.enum(stepIds),
  values: valuesSchema,
});

/** Keeps the draft for a reload of this tab. Only members that the form has are written; a full store is ignored. */
export function saveDraft(store: DraftStore, accountId: string, draft: Draft): void {
  const artifactSecret = knownMembers(draft.values.artifactSecret);
  const safe = draftSchema.safeParse({ ...draft, values: { ...draft.values, artifactSecret } });
  try {
    if (safe.success) {
      store.setItem(keyOf(accountId), JSON.stringify(safe.data));
    }
  } catch {
    // Losing the draft on reload is better than losing the form now.
  }
}

/** The draft of the same account and start, or undefined; anything unreadable counts as none. */
export function loadDraft(
  store: DraftStore,
  accountId: string,
  origin: DraftOrigin,
): Draft | undefined {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(store.getItem(keyOf(accountId)) ?? "null"));
    if (
      !parsed.success ||
      parsed.data.origin.instance !== origin.instance ||
      parsed.data.origin.from !== origin.from ||
      parsed.data.origin.edit !== origin.edit ||
      parsed.data.origin.resume !== origin.resume
    ) {
      return undefined;
    }
    return { ...parsed.data, values: withKnownSecret(parsed.data.values) };
  } catch {
    return undefined;
  }
}

/** A form that was stored elsewhere; undefined when it is none. */
export function readEditorValues(stored: unknown): EditorValues | undefined {
  const parsed = valuesSchema.safeParse(stored);
  return parsed.success ? withKnownSecret(parsed.data) : undefined;
}

/** Forgets the draft: after creating, and when the person leaves without it. */
export function clearDraft(store: DraftStore, accountId: string): void {
  store.removeItem(keyOf(accountId));
}

function isEndpoint(stored: unknown): boolean {
  const endpoint = stored as Partial<RegistryEndpoint> | null;
  return typeof endpoint?.id === "string" && typeof endpoint.properties === "object";
}

function keyOf(accountId: string): string {
  return `rep.draft.${accountId}`;
}

function withKnownSecret(values: z.infer<typeof valuesSchema>): EditorValues {
  return { ...values, artifactSecret: knownMembers(values.artifactSecret) };
}

function knownMembers(stored: object): ArtifactSecretDraft {
  const given = stored as Record<string, unknown>;
  const known = Object.entries(emptyArtifactSecretDraft).map(([member, empty]) => {
    const value = given[member];
    return [member, typeof value === typeof empty ? value : empty] as const;
  });
  return Object.fromEntries(known) as ArtifactSecretDraft;
}
