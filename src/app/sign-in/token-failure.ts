import { AzureError, SIGN_IN_THROTTLED } from "../../azure/http/azure-error";

/** The members of MSAL's errors that are read here. */
interface SignInLibraryError {
  name?: unknown;
  errorCode?: unknown;
  claims?: unknown;
  /** HTTP status of an answer that the library took for a server's error. */
  status?: unknown;
}

/** Entra's refusals that only the person can resolve, by signing in again. */
const INTERACTION_CODES = new Set([
  "interaction_required",
  "login_required",
  "consent_required",
  // A rejected refresh token without a suberror arrives as a ServerError of this code.
  "invalid_grant",
  "no_account_error",
  "no_tokens_found",
  "refresh_token_expired",
]);

/** True if no token can be had without the person signing in again. */
export function isSignInNeeded(error: unknown): boolean {
  const { name, errorCode } = membersOf(error);
  return (
    name === "InteractionRequiredAuthError" ||
    (typeof errorCode === "string" && INTERACTION_CODES.has(errorCode))
  );
}

/** OAuth errors of a service that is busy for the moment. */
const BUSY_CODES = new Set(["temporarily_unavailable", "server_error", "service_unavailable"]);

/**
 * True if the sign-in service has too much to do. Until its time is up the library answers in its place, with
 * nothing but the AADSTS numbers, or with no code where there were none.
 */
function isBusy({ name, errorCode, status }: SignInLibraryError): boolean {
  if (name !== "ServerError" || typeof errorCode !== "string") return false;
  const isRefusedByStatus = typeof status === "number" && (status === 429 || status >= 500);
  return isRefusedByStatus || BUSY_CODES.has(errorCode) || /^[\d ]*$/.test(errorCode);
}

/** The claims that Entra wants in the next sign-in, if it named any. */
export function claimsOf(error: unknown): string | undefined {
  const { claims } = membersOf(error);
  return typeof claims === "string" && claims !== "" ? claims : undefined;
}

/** What a call to Azure fails with when only the person can go on. */
export function signInRequired(cause?: unknown): AzureError {
  return new AzureError({
    status: 401,
    code: "SignInRequired",
    message: "Your sign-in has ended, or Azure wants you to confirm who you are.",
    cause,
  });
}

/** What a call to Azure fails with when there is no token for it. */
export function tokenFailure(error: unknown): AzureError {
  if (error instanceof AzureError) return error;
  const { errorCode } = membersOf(error);
  if (isSignInNeeded(error)) return signInRequired(error);
  if (isBusy(membersOf(error))) {
    return new AzureError({
      status: 429,
      code: SIGN_IN_THROTTLED,
      message: "The sign-in service asked to slow down, so nothing was sent to Azure.",
      cause: error,
    });
  }
  if (errorCode === "no_network_connectivity" || errorCode === "network_error") {
    return new AzureError({
      status: 0,
      code: "NetworkError",
      message: "The sign-in service could not be reached.",
      cause: error,
    });
  }
  return new AzureError({
    status: 0,
    code: typeof errorCode === "string" && errorCode !== "" ? errorCode : "TokenUnavailable",
    message: "The sign-in service gave no access token. Try again shortly.",
    cause: error,
  });
}

function membersOf(error: unknown): SignInLibraryError {
  return typeof error === "object" && error !== null ? error : {};
}
