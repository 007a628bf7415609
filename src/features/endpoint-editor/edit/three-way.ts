import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { stableJson } from "../../../lib/stable-json";
import { valuesOf, formMembers, type FormMember } from "./update-document";
import type { EditorValues } from "../form/editor-values";
import { documentOf, type EndpointDocument } from "../../../azure/iot-operations/endpoint-document";

/** A member that somebody else changed since it was loaded. */
export interface MemberDifference {
  /** Name in `properties`, or in the envelope for `extendedLocation` and the like. */
  member: string;
  /** True when the person changed it too, and to something else. */
  isConflict: boolean;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/**
 * What somebody else changed between `base`, which the form was filled from, and `theirs`, which Azure has
 * now; `mine` is what would be sent. Both having made the same change is no difference.
 */
export function compareThreeWays(
  base: RegistryEndpoint,
  mine: EndpointDocument,
  theirs: RegistryEndpoint,
): MemberDifference[] {
  const before = flat(documentOf(base));
  const ours = flat(mine);
  const now = flat(documentOf(theirs));
  const members = new Set([...before.keys(), ...now.keys()]);
  return [...members].flatMap((member): MemberDifference[] => {
    const values = { base: before.get(member), mine: ours.get(member), theirs: now.get(member) };
    if (isSame(values.base, values.theirs) || isSame(values.mine, values.theirs)) return [];
    return [{ member, isConflict: !isSame(values.base, values.mine), ...values }];
  });
}

/** True for the members that the form shows: of the others, Azure's present value is always kept. */
export function isFormMember(member: string): member is FormMember {
  return formMembers.some((known) => known === member);
}

/** The form with the named members as Azure has them now, and everything else as it was typed. */
export function adoptMembers(
  values: EditorValues,
  theirs: RegistryEndpoint,
  members: readonly FormMember[],
): EditorValues {
  const now = valuesOf(theirs, values);
  const adopted: Record<FormMember, Partial<EditorValues>> = {
    host: {
      registrySource: now.registrySource,
      acrHost: now.acrHost,
      hostText: now.hostText,
    },
    authentication: {
      method: now.method,
      audience: now.audience,
      clientId: now.clientId,
      tenantId: now.tenantId,
      scope: now.scope,
      artifactSecret: now.artifactSecret,
    },
    codeSigningCas: { codeSigningCas: now.codeSigningCas },
  };
  return Object.assign({ ...values }, ...members.map((member) => adopted[member])) as EditorValues;
}

/** The members of `properties` beside those of the envelope; no name occurs in both. */
function flat({ properties, ...envelope }: EndpointDocument): Map<string, unknown> {
  return new Map([...Object.entries(envelope), ...Object.entries(properties)]);
}

/** An absent trust list, an empty one and null are the same to Azure. */
function isSame(a: unknown, b: unknown): boolean {
  return stableJson(emptied(a)) === stableJson(emptied(b));
}

function emptied(value: unknown): unknown {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
}
