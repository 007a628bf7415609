import { ArmError } from "./arm-error";
import type { ArmRequest } from "./arm-message";
import type { ResourceType } from "./provider";

/** The `api-version` of a request. ARM asks for it before it looks at the token. */
export function requireApiVersion(url: URL): string {
  const version = queryParameter(url, "api-version");
  if (!version) {
    throw new ArmError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  return version;
}

/** A query parameter, its name without regard to case as ARM reads it. */
export function queryParameter(url: URL, name: string): string | undefined {
  for (const [key, value] of url.searchParams) {
    if (key.toLowerCase() === name.toLowerCase()) return value;
  }
  return undefined;
}

/** Refuses versions that are no date (`InvalidApiVersionParameter`), for ARM's own operations also those not listed. */
export function checkOwnApiVersion(version: string, supported: readonly string[]): void {
  if (supported.includes(version)) return;
  throw new ArmError(
    400,
    "InvalidApiVersionParameter",
    `The api-version '${version}' is invalid. The supported versions are '${supported.join(",")}'.`,
  );
}

/** Refuses versions that the type does not have: `NoRegisteredProviderFound`, as ARM does for a registered provider. */
export function checkApiVersion(
  version: string,
  { type, apiVersions }: Pick<ResourceType, "type" | "apiVersions">,
): void {
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)?$/i.test(version)) checkOwnApiVersion(version, apiVersions);
  if (apiVersions.includes(version.toLowerCase())) return;
  const shortType = type.slice(type.indexOf("/") + 1);
  throw new ArmError(
    400,
    "NoRegisteredProviderFound",
    `No registered resource provider found for location 'global' and API version '${version}' for type ` +
      `'${shortType}'. The supported api-versions are '${apiVersions.join(", ")}'. The supported locations are 'global'.`,
  );
}

/** Checks the last segment of the id of a resource that is written. */
export function checkName(name: string, { type, name: rule }: ResourceType): void {
  const isLongEnough = name.length >= rule.minLength && name.length <= rule.maxLength;
  if (isLongEnough && rule.pattern.test(name)) return;
  throw new ArmError(
    400,
    "InvalidResourceName",
    `Resource name '${name}' is invalid for type '${type}'. It must match '${rule.pattern.source}' and have ` +
      `${rule.minLength} to ${rule.maxLength} characters.`,
    { target: name },
  );
}

/** The JSON object that a PUT or PATCH carries. */
export function readJsonObject(request: ArmRequest): unknown {
  const body = readJson(request);
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw invalidContent("The request body must be a JSON object.");
}

/** The JSON of a request, undefined without a body; checks the media type when there is one. */
export function readJson(request: ArmRequest): unknown {
  if (request.body === "") return undefined;
  const mediaType = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(mediaType.trim())) {
    throw new ArmError(
      415,
      "UnsupportedMediaType",
      `The content media type '${mediaType || "<null>"}' is not supported. Only 'application/json' is supported.`,
    );
  }
  try {
    return JSON.parse(request.body) as unknown;
  } catch (error) {
    throw invalidContent(error instanceof Error ? error.message : String(error));
  }
}

function invalidContent(reason: string): ArmError {
  return new ArmError(
    400,
    "InvalidRequestContent",
    `The request content was invalid and could not be deserialized: '${reason}'.`,
  );
}
