/** A pasted reference taken apart: `authority` is a host name with an optional port. */
export interface ReferenceParts {
  authority: string;
  path?: string;
  tag?: string;
  digest?: string;
  explanation: string[];
  warnings: string[];
}

const SCHEME = /^([a-z][a-z0-9+.-]{0,20}):\/+/i;
const DIGEST = /^[a-z0-9]{1,32}:[0-9a-f]{32,}$/i;
const MAX_TEXT = 4_096;

/** Takes a URL, an OCI reference or a command line apart; whatever is left out is explained. */
export function splitReference(text: string): ReferenceParts {
  const parts: ReferenceParts = { authority: "", explanation: [], warnings: [] };
  let rest = onlyReference(text.slice(0, MAX_TEXT).trim(), parts);
  for (let before; before !== rest;) {
    before = rest;
    rest = withoutCredentials(withoutScheme(rest, parts), parts);
  }
  rest = takeDigest(withoutQuery(rest, parts), parts);
  const segments = rest.split("/");
  const [authority = "", ...given] = segments.filter((segment) => segment.length > 0);
  if (segments.length > given.length + 1 && authority.length > 0) {
    parts.explanation.push("Superfluous slashes were left out.");
  }
  const path = takeTag(authority, withoutRegistryApi(given, parts), parts);
  const lower = path.map((segment) => segment.toLowerCase());
  const hasUpperCase =
    parts.authority !== parts.authority.toLowerCase() || lower.join("/") !== path.join("/");
  if (hasUpperCase) {
    parts.explanation.push(
      "Upper case was changed to lower case: hosts and repositories have none.",
    );
  }
  parts.authority = parts.authority.toLowerCase();
  if (lower.length > 0 && parts.authority.length > 0) {
    parts.path = lower.join("/");
  }
  return parts;
}

function onlyReference(text: string, parts: ReferenceParts): string {
  const words = text.split(/\s+/);
  if (words.length < 2) {
    return text;
  }
  const candidates = words.filter(
    (word) => !word.startsWith("-") && (word.includes(".") || word.includes("/")),
  );
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) {
    parts.explanation.push(`Of the pasted line only “${only}” was read.`);
    return only;
  }
  parts.explanation.push("Spaces were left out: a host has none.");
  return words.join("");
}

function withoutScheme(text: string, parts: ReferenceParts): string {
  const match = SCHEME.exec(text);
  const scheme = match?.[1]?.toLowerCase();
  if (match === null || scheme === undefined) {
    return text;
  }
  if (scheme === "http") {
    parts.warnings.push(
      "http:// was left out: the edge reaches registries over https, so one that only speaks http cannot be used.",
    );
  } else {
    parts.explanation.push(`${scheme}:// was left out: the host is stored without a scheme.`);
  }
  return withoutScheme(text.slice(match[0].length), parts);
}

function withoutQuery(text: string, parts: ReferenceParts): string {
  const end = text.search(/[?#]/);
  if (end === -1) {
    return text;
  }
  parts.explanation.push("Everything after “?” or “#” was left out: it is for browsers.");
  return text.slice(0, end);
}

function withoutCredentials(text: string, parts: ReferenceParts): string {
  const slash = text.indexOf("/");
  const authority = slash === -1 ? text : text.slice(0, slash);
  const at = authority.lastIndexOf("@");
  if (at === -1 || at === text.length - 1 || DIGEST.test(authority.slice(at + 1))) {
    return text;
  }
  parts.warnings.push(
    "A user name or password before “@” was left out. Credentials belong in an artifact secret; change that password if others could see it.",
  );
  return text.slice(at + 1);
}

function takeDigest(text: string, parts: ReferenceParts): string {
  const at = text.indexOf("@");
  if (at === -1) {
    return text;
  }
  const digest = trimSlashes(text.slice(at + 1)).toLowerCase();
  if (digest.length > 0) {
    parts.digest = digest;
    parts.explanation.push(
      "The digest after “@” was left out: it chooses an artifact, not a host.",
    );
  }
  return text.slice(0, at);
}

/** A colon is a tag, except that of a port; nothing of a reference can follow a tag. */
function takeTag(authority: string, path: string[], parts: ReferenceParts): string[] {
  const holderIndex = path.findIndex((segment) => segment.includes(":"));
  const colonOfHost = authority.indexOf(":");
  const isPort = /^[0-9]{1,5}$/.test(authority.slice(colonOfHost + 1));
  parts.authority = colonOfHost === -1 || isPort ? authority : authority.slice(0, colonOfHost);
  const holder = path[holderIndex];
  if (holder === undefined) {
    noteTag(authority.slice(parts.authority.length + 1), parts);
    return path;
  }
  const name = holder.slice(0, holder.indexOf(":"));
  noteTag(holder.slice(name.length + 1), parts);
  const before = path.slice(0, holderIndex);
  return name.length > 0 ? [...before, name] : before;
}

function noteTag(tag: string, parts: ReferenceParts): void {
  if (tag.length > 0) {
    parts.tag = tag;
    parts.explanation.push(`The tag “${tag}” was left out: it chooses an artifact, not a host.`);
  }
}

/** Registry API addresses look like `/v2/<repository>/manifests/<tag>` (OCI distribution specification). */
function withoutRegistryApi(path: string[], parts: ReferenceParts): string[] {
  if (path[0] !== "v2") {
    return path;
  }
  parts.explanation.push("“/v2” was left out: it is the registry's API, not part of the host.");
  let rest = path;
  while (rest[0] === "v2") {
    rest = rest.slice(1);
  }
  const [kind, value] = rest.slice(-2);
  if (kind === "manifests" && value !== undefined) {
    if (value.includes(":")) {
      parts.digest ??= value.toLowerCase();
    } else {
      noteTag(value, parts);
    }
    return rest.slice(0, -2);
  }
  if (kind === "tags" && value === "list") {
    return rest.slice(0, -2);
  }
  return rest.at(-1) === "_catalog" ? rest.slice(0, -1) : rest;
}

function trimSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") {
    end -= 1;
  }
  return text.slice(0, end);
}
