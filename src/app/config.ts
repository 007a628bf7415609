import * as z from "zod/mini";
import { CLOUD_NAMES, CLOUDS, type CloudName } from "../lib/clouds";
import { isSecureOrLoopback } from "../lib/loopback";

/**
 * The runtime configuration: which Azure and which app registration to use. `config.json` needs no more than
 * `cloud`, `clientId` and `tenant` (or `authority`): the cloud's preset has the rest.
 */
export interface AppConfig {
  cloud: CloudName;
  /** Origin of Azure Resource Manager. */
  resourceManager: string;
  /** Origin of the Azure portal. */
  portal: string;
  clientId: string;
  /** Sign-in address with the tenant as its path. */
  authority: string;
  /** Hosts trusted as an issuer without asking Microsoft. */
  knownAuthorities?: string[];
  /** The issuer's endpoints as JSON text, instead of discovering them. */
  authorityMetadata?: string;
}

/** A configuration that cannot be used. `member` names what is wrong, unless it is the file itself. */
export class ConfigError extends Error {
  readonly member: string | undefined;
  readonly expected: string;

  constructor(member: string | undefined, expected: string, cause?: unknown) {
    super(
      member === undefined
        ? `config.json must be ${expected}.`
        : `config.json: "${member}" must be ${expected}.`,
      { cause },
    );
    this.name = "ConfigError";
    this.member = member;
    this.expected = expected;
  }
}

/** There is no `config.json` at all: whoever hosts the build has not put one there yet. */
export class MissingConfigError extends ConfigError {
  constructor(cause?: unknown) {
    super(undefined, "beside index.html", cause);
    this.name = "MissingConfigError";
  }
}

const EXPECTED = {
  cloud: "AzureCloud, AzureUSGovernment or AzureChinaCloud",
  origin:
    "an origin like https://management.azure.com, without a path (plain http only on localhost)",
  clientId: "the application (client) id of the app registration, a GUID",
  authority: "an https address with the tenant, like https://login.microsoftonline.com/<tenant id>",
  tenant: "the directory (tenant) id or its domain; not needed where there is an authority",
  knownAuthorities: "a list of hosts, like login.contoso.example",
  authorityMetadata:
    "an object (or its JSON text) with issuer, authorization_endpoint, token_endpoint, end_session_endpoint and jwks_uri (plain http only on localhost)",
} as const;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TENANT = /^[a-z0-9][a-z0-9.-]*$/i;
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$/i;

const originSchema = z
  .string(EXPECTED.origin)
  .check(z.refine(isSafeOrigin, EXPECTED.origin), z.overwrite(withoutTrailingSlash));

const metadataSchema = z.looseObject(
  {
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    end_session_endpoint: z.string(),
    jwks_uri: z.string(),
  },
  EXPECTED.authorityMetadata,
);

const configSchema = z.object(
  {
    cloud: z.enum(CLOUD_NAMES, EXPECTED.cloud),
    resourceManager: z.optional(originSchema),
    portal: z.optional(originSchema),
    clientId: z.string(EXPECTED.clientId).check(z.regex(GUID, EXPECTED.clientId)),
    authority: z.optional(
      z.string(EXPECTED.authority).check(z.refine(isAuthority, EXPECTED.authority)),
    ),
    tenant: z.optional(z.string(EXPECTED.tenant).check(z.regex(TENANT, EXPECTED.tenant))),
    knownAuthorities: z.optional(
      z.array(
        z.string(EXPECTED.knownAuthorities).check(z.regex(HOST, EXPECTED.knownAuthorities)),
        EXPECTED.knownAuthorities,
      ),
    ),
    authorityMetadata: z.optional(z.unknown()),
  },
  "an object",
);

/** Checks a parsed `config.json`. Throws `ConfigError` for the first member that is wrong. */
export function parseConfig(value: unknown): AppConfig {
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const member = issue?.path[0];
    throw new ConfigError(
      member === undefined ? undefined : String(member),
      issue?.message ?? "an object",
    );
  }
  const { authorityMetadata, authority, tenant, ...given } = parsed.data;
  const { resourceManager, portal, signIn } = CLOUDS[given.cloud];
  if (authority === undefined && tenant === undefined) {
    throw new ConfigError("tenant", EXPECTED.tenant);
  }
  return {
    resourceManager,
    portal,
    authority: authority ?? `${signIn}/${tenant}`,
    ...given,
    ...(authorityMetadata === undefined
      ? {}
      : { authorityMetadata: metadataText(authorityMetadata) }),
  };
}

/** Reads and checks `/config.json`, past every cache. Throws `ConfigError`. */
export async function loadConfig(): Promise<AppConfig> {
  let value: unknown;
  try {
    const response = await fetch("/config.json", { cache: "no-store" });
    if (isMissing(response)) throw new MissingConfigError();
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    value = await response.json();
  } catch (cause) {
    if (cause instanceof MissingConfigError) throw cause;
    throw new ConfigError(undefined, "a JSON file beside index.html that can be read", cause);
  }
  return parseConfig(value);
}

/** Hosts answer a file that they do not have with 404, or with the page for unknown paths. */
function isMissing({ status, headers }: Response): boolean {
  return status === 404 || (headers.get("Content-Type") ?? "").startsWith("text/html");
}

/** Origin that the browser fetches tokens from. */
export function tokenOrigin(config: AppConfig): string {
  if (config.authorityMetadata === undefined) return new URL(config.authority).origin;
  const metadata = metadataSchema.parse(JSON.parse(config.authorityMetadata));
  return new URL(metadata.token_endpoint).origin;
}

function metadataText(value: unknown): string {
  const fail = (cause?: unknown) =>
    new ConfigError("authorityMetadata", EXPECTED.authorityMetadata, cause);
  let metadata: unknown = value;
  if (typeof value === "string") {
    try {
      metadata = JSON.parse(value);
    } catch (cause) {
      throw fail(cause);
    }
  }
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) throw fail(parsed.error);
  const { authorization_endpoint, token_endpoint, end_session_endpoint, jwks_uri } = parsed.data;
  const endpoints = [authorization_endpoint, token_endpoint, end_session_endpoint, jwks_uri];
  if (!endpoints.every((endpoint) => isSafeUrl(endpoint))) throw fail();
  return JSON.stringify(parsed.data);
}

function isSafeOrigin(text: string): boolean {
  return isSafeUrl(text) && new URL(text).origin === withoutTrailingSlash(text).toLowerCase();
}

/** MSAL refuses an authority that is not https, even for a local issuer; metadata has the real one. */
function isAuthority(text: string): boolean {
  const url = parseUrl(text);
  return url?.protocol === "https:" && /^\/[^/]+\/?$/.test(url.pathname) && url.search === "";
}

function isSafeUrl(text: string): boolean {
  const url = parseUrl(text);
  return url?.username === "" && url.password === "" && isSecureOrLoopback(url);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function withoutTrailingSlash(text: string): string {
  return text.replace(/\/$/, "");
}
