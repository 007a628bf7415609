import { z } from "zod";
import { ArmError, type ArmErrorDetail } from "../resource-manager/arm-error";

/**
 * Checks a request body against the contract and returns what it holds, without undefined members.
 *
 * @throws ArmError 400 `InvalidRequestContent`: one detail for each violation, whose `target` is the
 * path of the member (`properties.codeSigningCas[0].secretRef`). The codes of the details are those
 * of Azure's specification validator (oav), which resource providers on RPaaS answer with.
 */
export function checkBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return withoutUndefined(result.data);
  throw invalidContent(result.error.issues.flatMap((issue) => detailsOf(issue, body)));
}

/** The 400 for one member that breaks a rule which its schema cannot express. */
export function invalidMember(target: string, code: string, message: string): ArmError {
  return invalidContent([{ code, message, target }]);
}

/** Refuses to change a member that is read and create only (`x-ms-mutability`). Compares without regard to case. */
export function refuseChange(target: string, before: unknown, after: unknown): void {
  const isSame =
    typeof before === "string" && typeof after === "string"
      ? before.toLowerCase() === after.toLowerCase()
      : before === after;
  if (isSame) return;
  const message = `Changing property '${target}' is not allowed. It can only be set when the resource is created.`;
  throw new ArmError(400, "PropertyChangeNotAllowed", message, { target });
}

/** A member that may be absent or null, which ARM treats alike. */
export function optional<T>(schema: z.ZodType<T>) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();
}

/** A member that only Azure sets: clients may send it back as they read it, and it is ignored. */
export const readOnly = z
  .unknown()
  .transform(() => undefined)
  .optional();

/** Any GUID, as the pattern in the specs has it. */
export const guid = z.string().regex(/^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/);

/** Resource tags: at most 50, names to 512 and values to 256 characters (ARM limits). */
export const tags = z
  .record(z.string().max(512), z.string().max(256))
  .refine((value) => Object.keys(value).length <= 50, "A resource can have at most 50 tags.");

/** Edge location of a resource: the custom location's resource id. */
export const extendedLocation = z.strictObject({
  name: z.string().min(1),
  type: z.literal("CustomLocation"),
});

/** A region, as the store keeps it: lower case without spaces (`West Europe` is `westeurope`). */
export const location = z
  .string()
  .min(1)
  .transform((value) => value.toLowerCase().replaceAll(" ", ""));

function invalidContent(details: ArmErrorDetail[]): ArmError {
  const [first] = details;
  const more = details.length > 1 ? ` There are ${details.length} errors, see details.` : "";
  return new ArmError(
    400,
    "InvalidRequestContent",
    `The request content was invalid: ${first?.message ?? "unreadable"}${more}`,
    { target: first?.target, details },
  );
}

function detailsOf(issue: z.core.$ZodIssue, body: unknown): ArmErrorDetail[] {
  const target = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const member = pathText([...issue.path, key]);
      const message = `Could not find member '${key}' on the object '${target || "request body"}'.`;
      return { code: "OBJECT_ADDITIONAL_PROPERTIES", message, target: member };
    });
  }
  if (valueAt(body, issue.path) === undefined) {
    const message = `Missing required property '${target || "request body"}'.`;
    return [{ code: "OBJECT_MISSING_REQUIRED_PROPERTY", message, target }];
  }
  return [{ code: codeOf(issue), message: `${issue.message} (at '${target}').`, target }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return "INVALID_TYPE";
    case "invalid_format":
      return "PATTERN";
    case "invalid_value":
      return "ENUM_MISMATCH";
    case "invalid_union":
      return "DISCRIMINATOR_VALUE_NOT_FOUND";
    case "too_small":
      return issue.origin === "array" ? "ARRAY_LENGTH_SHORT" : "MIN_LENGTH";
    case "too_big":
      return issue.origin === "array" ? "ARRAY_LENGTH_LONG" : "MAX_LENGTH";
    default:
      return "INVALID_VALUE";
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`,
    )
    .join("");
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    body,
  );
}

function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutUndefined(member)])) as T;
}
