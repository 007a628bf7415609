/** What a contract says of one member of a request body. */
export interface MemberRule {
  /** Path in the body: `properties.codeSigningCas[0].type`. */
  member: string;
  type: "string" | "object" | "array" | "boolean";
  isRequired?: boolean;
  minLength?: number;
  maxLength?: number;
  /** Texts of an allowed length that the pattern refuses. */
  mismatches?: readonly string[];
  /** True for a closed set of texts. */
  isEnum?: boolean;
  /** True for the member that chooses a shape. */
  isDiscriminator?: boolean;
  /** True where members that the contract does not have are refused. */
  isClosed?: boolean;
}

/** One way to break a rule, and what Azure calls it. */
export interface Violation {
  name: string;
  body: unknown;
  /** Member that the refusal is about. */
  target: string;
  code: string;
}

const wrongTypes: Record<MemberRule["type"], unknown> = {
  string: 5,
  object: "text",
  array: {},
  boolean: "yes",
};

/** Every way to break the rules, each on its own, in a body that is valid otherwise. */
export function violationsOf(body: unknown, rules: readonly MemberRule[]): Violation[] {
  return rules.flatMap((rule) => {
    const { member, type } = rule;
    const make = (name: string, code: string, value: unknown, target = member): Violation => ({
      name: `${member}: ${name}`,
      body: changed(body, target, value),
      target,
      code,
    });
    const found: Violation[] = [];
    if (rule.isRequired) found.push(make("missing", "OBJECT_MISSING_REQUIRED_PROPERTY", undefined));
    if (rule.isDiscriminator) {
      found.push(make("no known case", "DISCRIMINATOR_VALUE_NOT_FOUND", "Nothing"));
    } else if (rule.isEnum) {
      found.push(make("no known value", "ENUM_MISMATCH", "Nothing"));
    } else {
      found.push(make("of another type", "INVALID_TYPE", wrongTypes[type]));
    }
    const isText = type === "string";
    if (rule.minLength !== undefined && rule.minLength > 0) {
      const short = isText ? "a".repeat(rule.minLength - 1) : [];
      found.push(make("too short", isText ? "MIN_LENGTH" : "ARRAY_LENGTH_SHORT", short));
    }
    if (rule.maxLength !== undefined) {
      found.push(make("too long", "MAX_LENGTH", "a".repeat(rule.maxLength + 1)));
    }
    for (const text of rule.mismatches ?? []) {
      found.push(make(`'${text}' against the pattern`, "PATTERN", text));
    }
    if (rule.isClosed) {
      const unknown = `${member}.notInTheContract`;
      found.push(make("a member too many", "OBJECT_ADDITIONAL_PROPERTIES", 1, unknown));
    }
    return found;
  });
}

/** Bodies at the very edge of the lengths that the rules allow. */
export function edgesOf(body: unknown, rules: readonly MemberRule[]): [string, unknown][] {
  return rules
    .filter(({ type }) => type === "string")
    .flatMap(({ member, minLength, maxLength }) =>
      [minLength, maxLength]
        .filter((length) => length !== undefined)
        .map((length): [string, unknown] => [
          `${member} of ${length} characters`,
          changed(body, member, "a".repeat(length)),
        ]),
    );
}

/** The rules of a body that may leave members out; an item of an array is whole. */
export function optional(rules: readonly MemberRule[]): MemberRule[] {
  return rules.map((rule) => ({
    ...rule,
    isRequired: rule.isRequired === true && rule.member.includes("]."),
  }));
}

/** A deep copy of `body` with one member set; with undefined it is left out. */
export function changed(body: unknown, member: string, value: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const path = member.split(/[.[\]]+/).filter(Boolean);
  const last = path.pop() ?? "";
  let holder = copy;
  for (const key of path) holder = holder[key] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}
