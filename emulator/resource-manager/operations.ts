import { createHash, randomUUID } from "node:crypto";
import type { Clock } from "../clock";
import type { OperationOutcome } from "./arm-message";

/** A write that goes on after it was accepted. */
export interface Operation {
  id: string;
  resourceId: string;
  /** Id that its addresses are below. */
  below: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  durationMs: number;
  endedAt?: number;
  status: "InProgress" | "Succeeded" | "Failed" | "Canceled";
  error?: { code: string; message: string };
  /** What started it. The effect of a POST's end is not kept: after a start it ends without one. */
  write: "PUT" | "DELETE" | "POST";
  /** How it is to end when a fault decides that. */
  outcome?: OperationOutcome;
  /** Makes the operation's address hard to guess. */
  salt: string;
  /** What its `Location` answers after success; without it 204 and no body. */
  result?: { status: number; body?: unknown };
}

export type Ended = Exclude<Operation["status"], "InProgress">;

/** What an address answers: the status as a document, or the result once there is one. */
export type OperationAddress = "operationStatuses" | "operationResults";

interface Start {
  resourceId: string;
  below: string;
  durationMs: number;
  write: Operation["write"];
  outcome?: OperationOutcome;
  result?: Operation["result"];
  /** Changes the resource when the operation ends. */
  onEnd: OnEnd;
}

type OnEnd = (status: Ended) => void;

/** Long-running operations: they move on the clock, and are followed by their address. */
export interface Operations {
  start(options: Start): Operation;
  /** Goes on with operations that were kept: `onEndOf` says what each does when it ends. */
  resume(onEndOf: (operation: Operation) => OnEnd): void;
  find(id: string): Operation | undefined;
  /** The operation under way on a resource. */
  runningOn(resourceId: string): Operation | undefined;
  /** Address to poll; opaque, with a signature as Azure's have. `kind` decides what it answers. */
  address(operation: Operation, kind: OperationAddress, origin: string, apiVersion: string): string;
  /** True if the address is the operation's and carries the signature that it was given out with. */
  isSigned(operation: Operation, url: URL): boolean;
  clear(): void;
}

/** Seconds that a client is asked to wait between polls. */
export const retryAfterSeconds = 1;

/** Creates the operations in a map, keyed by id in lower case. `timeScale` is a factor on how long they take. */
export function createOperations(
  clock: Clock,
  operations = new Map<string, Operation>(),
  timeScale = () => 1,
): Operations {
  const running = new Map<string, Operation>();

  const sign = (operation: Operation) => hash(`${operation.salt} ${operation.id}`);
  const keep = (operation: Operation) => operations.set(operation.id.toLowerCase(), operation);

  const follow = (operation: Operation, onEnd: OnEnd) => {
    const { outcome, startedAt, durationMs } = operation;
    const key = operation.resourceId.toLowerCase();
    running.set(key, operation);
    const status = outcome?.outcome ?? "Succeeded";
    if (status === "never") return;
    clock.schedule(startedAt + durationMs, () => {
      operation.status = status;
      operation.endedAt = clock.now();
      if (status !== "Succeeded") operation.error = outcome?.error ?? defaultErrors[status];
      keep(operation);
      running.delete(key);
      onEnd(status);
    });
  };

  return {
    start({ onEnd, ...rest }) {
      const operation: Operation = {
        id: `${randomUUID()}*${hash(rest.resourceId.toLowerCase()).toUpperCase()}`,
        ...rest,
        durationMs: rest.durationMs * timeScale(),
        startedAt: clock.now(),
        status: "InProgress",
        salt: randomUUID(),
      };
      keep(operation);
      follow(operation, onEnd);
      return operation;
    },
    resume(onEndOf) {
      for (const operation of operations.values()) {
        if (operation.status === "InProgress") follow(operation, onEndOf(operation));
      }
    },
    find: (id) => operations.get(id.toLowerCase()),
    runningOn: (resourceId) => running.get(resourceId.toLowerCase()),
    address(operation, kind, origin, apiVersion) {
      const url = new URL(pathOf(operation, kind), origin);
      url.searchParams.set("api-version", apiVersion);
      url.searchParams.set("t", String(operation.startedAt));
      url.searchParams.set("h", sign(operation));
      return url.toString();
    },
    isSigned: (operation, url) =>
      decodeURIComponent(url.pathname)
        .toLowerCase()
        .startsWith(`${operation.below.toLowerCase()}/`) &&
      url.searchParams.get("h") === sign(operation),
    clear() {
      operations.clear();
      running.clear();
    },
  };
}

/** Body of an `Azure-AsyncOperation` address (ARM async operations documentation). */
export function operationStatusBody(operation: Operation, now: number): Record<string, unknown> {
  const { status, startedAt, durationMs, endedAt, error } = operation;
  const done = durationMs === 0 ? 1 : Math.min((now - startedAt) / durationMs, 1);
  const isRunning = status === "InProgress";
  return {
    id: pathOf(operation, "operationStatuses"),
    name: operation.id,
    resourceId: operation.resourceId,
    // Any state that is not terminal means "running": Azure uses several, so clients must not know them.
    status: isRunning && done < 0.3 ? "Accepted" : status,
    startTime: new Date(startedAt).toISOString(),
    ...(endedAt === undefined ? {} : { endTime: new Date(endedAt).toISOString() }),
    percentComplete: isRunning ? Math.min(Math.floor(done * 100), 99) : 100,
    ...(error ? { error } : {}),
  };
}

function pathOf({ id, below }: Operation, kind: OperationAddress): string {
  return `${below}/${kind}/${id}`;
}

const defaultErrors = {
  Failed: {
    code: "InternalOperationError",
    message: "The operation failed on the cluster: the resource could not be reconciled.",
  },
  Canceled: { code: "OperationCanceled", message: "The operation was canceled." },
};

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
