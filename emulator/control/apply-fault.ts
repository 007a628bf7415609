import { EntraError } from "../entra/entra-error";
import { entraErrorResponse } from "../entra/entra";
import { toHttpResponse } from "../resource-manager/http-response";
import { ConnectionReset } from "./connection-reset";
import type { FaultEffect } from "./faults";

interface Surroundings {
  request: { method: string; url: URL; headers: Headers };
  now: number;
  isEntra: boolean;
  /** Waits in the machine's time. */
  wait: (ms: number) => Promise<void>;
  deleteResource: (id: string) => void;
}

/** Codes of answers that a fault gives a status but no error. */
const defaultCodes = new Map([
  [400, "BadRequest"],
  [401, "InvalidAuthenticationToken"],
  [403, "RequestDisallowedByPolicy"],
  [404, "ResourceNotFound"],
  [409, "Conflict"],
  [412, "PreconditionFailed"],
  [429, "TooManyRequests"],
  [500, "InternalServerError"],
  [502, "BadGateway"],
  [503, "ServerTimeout"],
  [504, "GatewayTimeout"],
]);

/**
 * Answers a request under a fault.
 *
 * @param carryOut does what the request asks for; not called when the fault takes its place
 * @throws ConnectionReset when the fault ends the connection
 */
export async function applyFault(
  effect: FaultEffect,
  surroundings: Surroundings,
  carryOut: () => Promise<Response>,
): Promise<Response> {
  if (effect.delayMs !== undefined) await surroundings.wait(effect.delayMs);
  effect.delete?.forEach(surroundings.deleteResource);
  if (effect.reset === "before") throw new ConnectionReset();
  const response = replacementFor(effect, surroundings) ?? (await carryOut());
  if (effect.delayAfterMs !== undefined) await surroundings.wait(effect.delayAfterMs);
  if (effect.reset === "after") throw new ConnectionReset();
  if (effect.truncateBody === undefined) return response;
  return truncated(response, effect.truncateBody === "connection");
}

function replacementFor(effect: FaultEffect, surroundings: Surroundings): Response | undefined {
  const { status, error, headers, contentType, body, entra } = effect;
  const { request, now, isEntra } = surroundings;
  if (entra) {
    const { error: code, number, description, ...more } = entra;
    const refusal = new EntraError(code, number, description, { ...more, headers });
    return entraErrorResponse(refusal, now, request.url);
  }
  if (contentType !== undefined || body !== undefined) {
    const response = toHttpResponse({ status: status ?? 200, headers }, request, now);
    response.headers.set("Content-Type", contentType ?? "application/json; charset=utf-8");
    return new Response(body ?? "", { status: response.status, headers: response.headers });
  }
  if (status === undefined) return undefined;
  const code = error?.code ?? defaultCodes.get(status) ?? "Fault";
  const message = error?.message ?? `The local Azure was asked to answer with ${status}.`;
  if (isEntra) {
    const refusal = new EntraError(error?.code ?? "temporarily_unavailable", 90033, message, {
      status,
      headers,
    });
    return entraErrorResponse(refusal, now, request.url);
  }
  if (status < 300) return toHttpResponse({ status, body: {}, headers }, request, now);
  return toHttpResponse(
    { status, body: { error: { ...error, code, message } }, headers },
    request,
    now,
  );
}

async function truncated(response: Response, endsConnection: boolean): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  const { status, headers } = response;
  if (endsConnection) {
    // A length that is never reached: the host closes the connection in the middle of the body.
    headers.set("Content-Length", String(bytes.length));
    headers.set("Connection", "close");
  }
  return new Response(half, { status, headers });
}
