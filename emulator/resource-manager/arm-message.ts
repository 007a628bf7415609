import type { Caller } from "./provider";

/** A request as the handlers of Resource Manager see it. */
export interface ArmRequest {
  method: string;
  url: URL;
  headers: Headers;
  /** The body's text; empty for none. */
  body: string;
  /** How a fault wants the long-running operation that this request starts to end. */
  outcome?: OperationOutcome;
}

/** A request whose token was verified. */
export interface AuthorizedRequest extends ArmRequest {
  caller: Caller;
  apiVersion: string;
}

export interface ArmResponse {
  status: number;
  /** JSON; absent for none. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** An end of a long-running operation other than success; `never` leaves it running until the next reset. */
export interface OperationOutcome {
  outcome: "Failed" | "Canceled" | "never";
  error?: { code: string; message: string };
}
