/** Pattern and limits of a registry endpoint's name: Microsoft.IoTOperations 2026-07-01. */
const ENDPOINT_NAME = /^[a-z0-9][a-z0-9-]*[a-z0-9]$/;
const MIN_LENGTH = 3;
const MAX_LENGTH = 63;

/** What ARM would refuse in a name, as one sentence; undefined when nothing. */
export function endpointNameProblem(name: string): string | undefined {
  if (name.length === 0) {
    return "Enter a name for the registry endpoint.";
  }
  if (name.length < MIN_LENGTH || name.length > MAX_LENGTH) {
    return `The name must have ${MIN_LENGTH} to ${MAX_LENGTH} characters; this one has ${name.length}.`;
  }
  return ENDPOINT_NAME.test(name)
    ? undefined
    : "Use lower-case letters, digits and hyphens; start and end with a letter or digit.";
}

/** Why a name is better left to the system; undefined for any other. Installation and upgrade write `default`. */
export function reservedNameAdvice(name: string): string | undefined {
  if (name === "default") {
    return "“default” is the system endpoint that built-in graphs pull from; installation and upgrade create it.";
  }
  return name === "mcr"
    ? "Microsoft's deployment templates use the name “mcr” for their own endpoint and may overwrite yours."
    : undefined;
}
