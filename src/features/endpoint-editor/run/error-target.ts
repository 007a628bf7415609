import type { StepId } from "../editor-search";
import type { EditorField, EditorValues } from "../form/editor-values";

/** What Azure's answer says about which member it refused. */
interface TargetedError {
  code?: string;
  message?: string;
  target?: string;
  details?: readonly TargetedError[];
}

export interface RefusedField {
  step: StepId;
  field: EditorField;
  message: string;
}

/** Members of the body by the words that Azure's targets and messages use for them; first match wins. */
const MEMBERS: [words: RegExp, step: StepId, field: (values: EditorValues) => EditorField][] = [
  [/codeSigningCas/i, "trust", () => "codeSigningCas"],
  [/clientId/i, "authentication", () => "clientId"],
  [/tenantId/i, "authentication", () => "tenantId"],
  [/\bscope\b/i, "authentication", () => "scope"],
  [/audience/i, "authentication", () => "audience"],
  [/artifactPullSecretSettings|secretRef/i, "authentication", () => "artifactSecret"],
  [/authentication/i, "authentication", () => "method"],
  [
    /(?:^|[.'"\s])host(?:$|['"\s.])/i,
    "basics",
    (values) => (values.registrySource === "acr" ? "acrHost" : "hostText"),
  ],
];

const NAME_CODES = new Set(["InvalidResourceName", "ResourceNameInvalid", "ResourceNameTaken"]);
const NOT_ABOUT_A_FIELD =
  /^(?:AuthorizationFailed|LinkedAuthorizationFailed|.*NotFound|TooManyRequests)$/;

/**
 * The field that a refused PUT is about, from `target` first and only then from the message of a 400,
 * or undefined when the answer is about something else. Targets look like `properties.host`.
 */
export function refusedField(error: unknown, values: EditorValues): RefusedField | undefined {
  const root = targetedError(error);
  if (root === undefined || NOT_ABOUT_A_FIELD.test(root.code ?? "")) {
    return undefined;
  }
  const all = flatten(root);
  const named = all.find((entry) => NAME_CODES.has(entry.code ?? "") || entry.target === "name");
  if (named !== undefined) {
    return { step: "basics", field: "name", message: named.message ?? "" };
  }
  return (
    firstMatch(all, (entry) => entry.target, values) ??
    (statusOf(error) === 400 ? firstMatch(all, (entry) => entry.message, values) : undefined)
  );
}

function firstMatch(
  entries: readonly TargetedError[],
  textOf: (entry: TargetedError) => string | undefined,
  values: EditorValues,
): RefusedField | undefined {
  for (const entry of [...entries].reverse()) {
    const text = textOf(entry) ?? "";
    const member = MEMBERS.find(([words]) => words.test(text));
    if (member !== undefined) {
      const [, step, field] = member;
      return { step, field: field(values), message: entry.message ?? "" };
    }
  }
  return undefined;
}

function flatten(error: TargetedError): TargetedError[] {
  return [error, ...(error.details ?? []).flatMap(flatten)];
}

function targetedError(error: unknown): TargetedError | undefined {
  return error instanceof Error ? error : undefined;
}

function statusOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "status" in error
    ? error.status
    : undefined;
}
