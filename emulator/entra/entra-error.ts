import { randomUUID } from "node:crypto";

/** A refusal of Entra: an OAuth error with the AADSTS number that Microsoft's clients look at. */
export class EntraError extends Error {
  readonly error: string;
  /** The AADSTS number. */
  readonly number: number;
  readonly status: number;
  readonly suberror: string | undefined;
  /** A claims request (JSON text) that the user has to sign in with. */
  readonly claims: string | undefined;
  readonly headers: Record<string, string>;

  constructor(
    error: string,
    number: number,
    description: string,
    more: {
      status?: number;
      suberror?: string;
      claims?: string;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(`AADSTS${number}: ${description}`);
    this.error = error;
    this.number = number;
    this.status = more.status ?? 400;
    this.suberror = more.suberror;
    this.claims = more.claims;
    this.headers = more.headers ?? {};
  }
}

/** The body of the token endpoint's error answer. */
export function entraErrorBody(
  { error, number, message, suberror, claims }: EntraError,
  now: number,
  correlationId: string = randomUUID(),
): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    error,
    error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
}
