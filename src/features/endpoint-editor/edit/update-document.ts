import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { stableJson } from "../../../lib/stable-json";
import { valuesFromEndpoint, type EditorValues } from "../form/editor-values";
import { toRequest } from "../to-request";
import { documentOf, type EndpointDocument } from "../../../azure/iot-operations/endpoint-document";

/** Members of `properties` that the form shows, each changed as a whole. */
export const formMembers = ["host", "authentication", "codeSigningCas"] as const;
export type FormMember = (typeof formMembers)[number];

type FormProperties = RegistryEndpointBody["properties"];

/** The form as it was filled from the endpoint, before anybody touched it. */
export function valuesOf(endpoint: RegistryEndpoint, empty: EditorValues): EditorValues {
  const { id, name } = endpoint;
  const instanceId = id.slice(0, id.toLowerCase().lastIndexOf("/registryendpoints/"));
  return { ...valuesFromEndpoint(endpoint, empty), instanceId, name };
}

/**
 * The full PUT of an edited endpoint. What the person left alone is sent exactly as Azure returned it,
 * members that we do not know included; what they changed keeps such members of the same method or key.
 */
export function updateDocument(
  base: RegistryEndpoint,
  values: EditorValues,
  instanceVersion?: string,
): EndpointDocument {
  const before = documentOf(base);
  const asked = requestedProperties(values, instanceVersion);
  const untouched = requestedProperties(valuesOf(base, values), instanceVersion);
  const properties = { ...before.properties };
  for (const member of formMembers) {
    if (stableJson(asked[member]) === stableJson(untouched[member])) continue;
    if (asked[member] === undefined) delete properties[member];
    else properties[member] = mergers[member](before.properties[member], asked);
  }
  return { ...before, properties };
}

/** The changed member, with what Azure has beside the members that the form knows. */
const mergers: Record<FormMember, (before: unknown, asked: FormProperties) => unknown> = {
  host: (_, { host }) => host,
  authentication: (before, { authentication }) =>
    isRecord(before) && before.method === authentication.method
      ? withUnknownMembers(before, authentication)
      : authentication,
  codeSigningCas: (before, { codeSigningCas = [] }) => {
    const earlier = Array.isArray(before) ? before.filter(isRecord) : [];
    return codeSigningCas.map((key) => ({
      ...earlier.find((entry) => keyName(entry) === keyName({ ...key })),
      ...key,
    }));
  },
};

/** Optional members that the form can empty: what it leaves out is gone, not unknown. */
const OPTIONAL = new Set(["audience", "scope"]);

function withUnknownMembers(before: Record<string, unknown>, asked: object): object {
  const merged: Record<string, unknown> = { ...before };
  for (const [member, value] of Object.entries(asked)) {
    const earlier = before[member];
    if (isRecord(value) && isRecord(earlier)) {
      const kept = Object.entries(earlier).filter(([name]) => !OPTIONAL.has(name));
      merged[member] = { ...Object.fromEntries(kept), ...value };
    } else merged[member] = value;
  }
  return merged;
}

function requestedProperties(values: EditorValues, version: string | undefined): FormProperties {
  return toRequest(values, { version }).properties;
}

function keyName(entry: Record<string, unknown>): string {
  return stableJson([entry.type, entry.secretRef ?? entry.configMapRef]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
