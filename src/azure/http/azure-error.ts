/** Code of a call that was not sent, because the sign-in service asked to slow down. */
export const SIGN_IN_THROTTLED = "SignInThrottled";

/** One entry of ARM's error envelope. */
export interface AzureErrorDetail {
  code?: string;
  message?: string;
  target?: string;
  details?: AzureErrorDetail[];
}

export interface AzureErrorInit {
  /** HTTP status; 0 when no answer arrived. */
  status: number;
  /** Azure's error code, or ours: `NetworkError`, `UnreadableResponse`, `OperationTimedOut`, `OperationFailed`, `OperationCanceled`, `SignInRequired`, `SignInThrottled`, `TokenUnavailable`, `InvalidResourceId`, `ForeignOrigin`. */
  code: string;
  message: string;
  method?: string;
  /** Path of the request without its query, so no token or signed parameter is kept. */
  path?: string;
  details?: AzureErrorDetail[];
  target?: string;
  correlationId?: string;
  retryAfterSeconds?: number;
  /** True of a write that Azure accepted, whatever came of it then. */
  isAccepted?: boolean;
  cause?: unknown;
}

/**
 * A call to Azure that failed. Holds what a person needs to act on it and never a request body,
 * header or token.
 */
export class AzureError extends Error {
  readonly status: number;
  readonly code: string;
  readonly method?: string;
  readonly path?: string;
  readonly details: AzureErrorDetail[];
  readonly target?: string;
  readonly correlationId?: string;
  readonly retryAfterSeconds?: number;
  readonly isAccepted: boolean;

  constructor(init: AzureErrorInit) {
    super(init.message, { cause: init.cause });
    this.name = "AzureError";
    this.status = init.status;
    this.code = init.code;
    this.method = init.method;
    this.path = init.path;
    this.details = init.details ?? [];
    this.target = init.target;
    this.correlationId = init.correlationId;
    this.retryAfterSeconds = init.retryAfterSeconds;
    this.isAccepted = init.isAccepted ?? false;
  }
}

/** True if the service that was asked is broken, as far as one can tell: another one may still answer. */
export function isServiceDown(error: unknown): error is AzureError {
  return (
    error instanceof AzureError && (error.status >= 500 || error.code === "UnreadableResponse")
  );
}

/**
 * True for the status of a request that was refused, so that nothing was done. Not so where time ran out,
 * and where a conflict may be with the same request: browsers send one again by themselves when a
 * connection that they had kept breaks.
 */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 409;
}

/** True for a write that Azure did not take up, because it works on something else there. */
export function isBusy(error: unknown): error is AzureError {
  if (!(error instanceof AzureError) || error.status !== 409 || error.isAccepted) return false;
  const isAbout = /in progress|another operation|being (?:created|updated|deleted)/i;
  return error.code === "AnotherOperationInProgress" || isAbout.test(error.message);
}

/** True for a 404 answer: the resource does not exist. */
export function isNotFound(error: unknown): error is AzureError {
  return error instanceof AzureError && error.status === 404;
}
