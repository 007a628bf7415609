/**
 * Points of the MDN HTTP Observatory for an answer over https: the rules of algorithm 4, as published in
 * `@mdn/mdn-http-observatory` 1.4.8 (`src/grader/charts.js`, `src/analyzer/tests`). That package is no
 * dependency: it brings a server and a database driver, and fetches lists when it is installed. No
 * cookies and no CORS headers are assumed, and scripts of the same origin, each worth 0.
 */
export function observatoryScore(answer: Record<string, string>): number {
  const headers = new Map(
    Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const points = RULES.map((rule) => rule(headers));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const withoutBonus = 100 + sum(points.filter((value) => value < 0));
  return Math.max(
    0,
    withoutBonus + (withoutBonus < 90 ? 0 : sum(points.filter((value) => value > 0))),
  );
}

type Rule = (headers: ReadonlyMap<string, string>) => number;

const RULES: readonly Rule[] = [
  (headers) => policyPoints(directivesOf(headers)),
  (headers) => {
    if (directivesOf(headers).has("frame-ancestors")) return 5;
    return /^(deny|sameorigin|allow-from.*)$/i.test(headers.get("x-frame-options")?.trim() ?? "")
      ? 0
      : -20;
  },
  (headers) => {
    const header = headers.get("strict-transport-security");
    const age = Number(/max-age=(\d+)/i.exec(header ?? "")?.[1] ?? -1);
    return age < 0 ? -20 : age < SIX_MONTHS_SECONDS ? -10 : 0;
  },
  (headers) => (headers.get("x-content-type-options")?.trim().toLowerCase() === "nosniff" ? 0 : -5),
  (headers) => {
    const header = headers.get("referrer-policy");
    const last = header?.split(",").at(-1)?.trim().toLowerCase() ?? "";
    return header === undefined ? 0 : PRIVATE_REFERRERS.has(last) ? 5 : -5;
  },
  (headers) => {
    const header = headers.get("cross-origin-resource-policy")?.trim().toLowerCase();
    if (header === undefined || header === "cross-origin") return 0;
    return header === "same-origin" || header === "same-site" ? 10 : -5;
  },
];

const SIX_MONTHS_SECONDS = 15_768_000;
const PRIVATE_REFERRERS = new Set([
  "no-referrer",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
]);
const BROAD = new Set(["ftp:", "http:", "https:", "*", "http://*", "https://*"]);
const UNSAFE_INLINE = new Set(["'unsafe-inline'", "data:"]);

type Directives = ReadonlyMap<string, readonly string[]>;

function directivesOf(headers: ReadonlyMap<string, string>): Directives {
  const parts = (headers.get("content-security-policy") ?? "")
    .split(";")
    .map((part) => part.trim());
  return new Map(
    parts
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", ...sources] = part.split(/\s+/);
        return [name.toLowerCase(), sources] as const;
      }),
  );
}

function policyPoints(directives: Directives): number {
  if (directives.size === 0) return -25;
  const sources = (name: string) =>
    withoutIneffective(directives.get(name) ?? directives.get("default-src") ?? ["*"]);
  const [scripts, objects, styles] = ["script-src", "object-src", "style-src"].map(sources);
  const has = (list: readonly string[] = [], ...sets: ReadonlySet<string>[]) =>
    list.some((source) => sets.some((set) => set.has(source)));
  const isPlain = (source: string) => /^(http|ftp):/.test(source);
  const passive = ["img-src", "media-src"];
  const active = [...directives].filter(([name]) => !passive.includes(name));
  if (has(scripts, BROAD, UNSAFE_INLINE) || has(objects, BROAD)) return -20;
  if (active.some(([, list]) => list.some(isPlain))) return -20;
  if (has([...(scripts ?? []), ...(styles ?? [])], new Set(["'unsafe-eval'"]))) return -10;
  if (passive.flatMap((name) => directives.get(name) ?? []).some(isPlain)) return -10;
  if (has(styles, BROAD, UNSAFE_INLINE)) return 0;
  return directives.get("default-src")?.join(" ") === "'none'" ? 10 : 5;
}

/** A hash or nonce takes the effect from `unsafe-inline`. */
function withoutIneffective(sources: readonly string[]): readonly string[] {
  const isExact = sources.some((source) => /^'(sha256|sha384|sha512|nonce)-/.test(source));
  return isExact ? sources.filter((source) => source !== "'unsafe-inline'") : sources;
}
