import type { AzureErrorDetail } from "./azure-error";

const NESTING_AT_MOST = 5;
const INNER_MESSAGES_AT_MOST = 3;

/**
 * Reads an error member of a body or of an operation's status, whatever its shape: ARM's envelope
 * (common types v5), Key Vault's `innererror`, policy violations in `additionalInfo`, and an error
 * written as JSON into a message, as some resource providers do. Undefined if it says nothing.
 */
export function detailFrom(value: unknown, depth = 0): AzureErrorDetail | undefined {
  if (!isRecord(value) || depth > NESTING_AT_MOST) return undefined;
  const { code, message, target, details, innererror, additionalInfo } = value;
  const nested = [
    ...listOf(details).map((entry) => detailFrom(entry, depth + 1)),
    detailFrom(innererror, depth + 1),
    detailFrom(embeddedError(message), depth + 1),
    ...listOf(additionalInfo).map(policyViolation),
  ].filter((detail) => detail !== undefined);
  if (!isText(code) && !isText(message) && nested.length === 0) return undefined;
  return {
    ...(isText(code) ? { code } : {}),
    ...(isText(message) ? { message } : {}),
    ...(isText(target) ? { target } : {}),
    ...(nested.length > 0 ? { details: nested } : {}),
  };
}

/**
 * The message with the innermost ones behind it, which often say what is wrong where the outer one says
 * only that something is. Undefined if there is none at all.
 */
export function fullMessage(detail: AzureErrorDetail): string | undefined {
  const own = isEmbedded(detail.message) ? undefined : detail.message?.trim();
  const inner = (detail.details ?? [])
    .flatMap(innermost)
    .filter(({ code, message }) => message !== code && !isEmbedded(message))
    .flatMap(({ message }) => message?.trim() ?? []);
  const parts = own ? [own] : [];
  for (const message of inner) {
    const isNew = message !== "" && !parts.some((part) => part.includes(message));
    if (isNew && parts.length <= INNER_MESSAGES_AT_MOST) parts.push(message);
  }
  return parts.length === 0 ? undefined : parts.map(asSentence).join(" ");
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON value of a text, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function innermost(detail: AzureErrorDetail): AzureErrorDetail[] {
  return detail.details ? detail.details.flatMap(innermost) : [detail];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEmbedded(message: string | undefined): boolean {
  return message !== undefined && embeddedError(message) !== undefined;
}

function embeddedError(message: unknown): unknown {
  if (typeof message !== "string" || !message.trimStart().startsWith("{")) return undefined;
  const parsed = parseJson(message);
  return isRecord(parsed) ? (parsed.error ?? parsed) : undefined;
}

/** `additionalInfo` of `RequestDisallowedByPolicy`: the names of the policy that refused. */
function policyViolation(entry: unknown): AzureErrorDetail | undefined {
  if (!isRecord(entry) || entry.type !== "PolicyViolation" || !isRecord(entry.info)) {
    return undefined;
  }
  const { info } = entry;
  const name = [
    info.policyAssignmentDisplayName,
    info.policyDefinitionDisplayName,
    info.policyAssignmentName,
    info.policyDefinitionName,
  ].find(isText);
  if (name === undefined) return undefined;
  const target = info.policyAssignmentId;
  return {
    code: "PolicyViolation",
    message: `Disallowed by policy '${name}'.`,
    ...(isText(target) ? { target } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function asSentence(text: string): string {
  return /[.!?:;)\]}"'’”]$/.test(text) ? text : `${text}.`;
}
