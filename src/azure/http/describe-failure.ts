import type { Failure } from "../../lib/failure";
import { isAbort } from "../../lib/is-abort";
import { idKey, parseResourceId } from "../resource-id";
import { AzureError } from "./azure-error";
import { parseDeniedAccess } from "./failure/denied-access";
import { adviceFor, flatten } from "./failure/failure-advice";
import { outcomeOfWrite } from "./failure/outcome-of-write";

/**
 * Says in a person's words why something failed and what to do next. Takes whatever was thrown, never
 * throws. `what` is the title: what failed, for example `The instances could not be listed`.
 */
export function describeFailure(error: unknown, what: string): Failure {
  if (error instanceof AzureError) return describeAzureError(error, what);
  if (isAbort(error)) {
    return {
      title: what,
      message: "It was stopped before it finished.",
      nextStep: "Refresh the page to see the current state, or try again.",
      canRetry: true,
    };
  }
  return {
    title: what,
    message: messageOf(error),
    nextStep: "Try again. If it keeps failing, reload the page.",
    canRetry: true,
  };
}

function describeAzureError(error: AzureError, what: string): Failure {
  const { message, nextStep, canRetry } = adviceFor(error);
  const { action, scope } = deniedAccess(error);
  const resource = resourceOf(error);
  return {
    title: what,
    message: message ?? error.message,
    code: error.code,
    ...(resource === undefined ? {} : { resource }),
    ...(error.correlationId === undefined ? {} : { correlationId: error.correlationId }),
    ...(action === undefined ? {} : { missingAction: action }),
    ...(scope === undefined ? {} : { missingScope: scope }),
    nextStep: [outcomeOfWrite(error), nextStep].filter(Boolean).join(" "),
    canRetry,
  };
}

function deniedAccess(error: AzureError) {
  if (error.status !== 403 && !/AuthorizationFailed$/i.test(error.code)) return {};
  return (
    [error.message, ...error.details.flatMap(flatten).map((detail) => detail.message ?? "")]
      .map(parseDeniedAccess)
      .find(({ action }) => action !== undefined) ?? {}
  );
}

/** The path of a call on a resource is its id; other calls, like a query, are on no resource. */
function resourceOf({ path }: AzureError): string | undefined {
  if (path === undefined) return undefined;
  if (parseResourceId(path)) return path;
  return idKey(path).startsWith("/subscriptions/") ? path : undefined;
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === "string" ? error : "";
  return text.trim() === "" ? "An unexpected error occurred." : text;
}
