/** What RE2, the expressions of Kusto, does not have, or has and writes otherwise than JavaScript. */
const OTHER_THAN_RE2 = /\(\?(?!:)|\\[1-9AzZpPQEC]|\[\[:/;
/** A repeated group that repeats inside: JavaScript may take forever where RE2 takes its time. */
const MAY_RUN_WILD = /\([^()]*(?:[*+]|\{\d+,\})[^()]*\)(?:[*+]|\{)/;

/**
 * An expression of `matches regex` (Kusto documentation, "RE2 syntax"), as far as it means the same
 * here: a leading `(?i)`, and no look-around, back-reference or class by name. Undefined for others.
 */
export function compileRegex(pattern: string): RegExp | undefined {
  const ignoresCase = pattern.startsWith("(?i)");
  const source = ignoresCase ? pattern.slice("(?i)".length) : pattern;
  if (OTHER_THAN_RE2.test(source) || MAY_RUN_WILD.test(source)) return undefined;
  try {
    return new RegExp(source, ignoresCase ? "iu" : "u");
  } catch {
    return undefined;
  }
}
