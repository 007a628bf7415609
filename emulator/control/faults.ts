import { z } from "zod";

/** What a fault does to a request that it matches. Members combine unless one says otherwise. */
const faultEffect = z
  .strictObject({
    /** Answers with this status instead of doing anything, with `error` in ARM's (for `token`: Entra's) envelope. */
    status: z.int().min(200).max(599).optional(),
    error: z
      .looseObject({ code: z.string(), message: z.string().default("A fault was asked for.") })
      .optional(),
    /** Headers of that answer. */
    headers: z.record(z.string(), z.string()).optional(),
    /** Deletes the resources of these ids without checks, as somebody else might just before. */
    delete: z.array(z.string()).optional(),
    /** Answers with this content type and text, with 200 unless `status` says otherwise. */
    contentType: z.string().optional(),
    body: z.string().optional(),
    /** Waits, in milliseconds of the machine's time, before anything else. */
    delayMs: z.int().nonnegative().optional(),
    /** The same after the request was carried out, before it is answered. */
    delayAfterMs: z.int().nonnegative().optional(),
    /** Ends the connection without an answer, before or after the request was carried out. */
    reset: z.enum(["before", "after"]).optional(),
    /**
     * Carries the request out and answers with half of the body: `true` or `"json"` as a complete
     * answer whose text ends early, `"connection"` by ending the connection in the middle.
     */
    truncateBody: z.union([z.literal(true), z.enum(["json", "connection"])]).optional(),
    /** Lets the long-running operation that the request starts end so; `never` until the next reset. */
    lro: z
      .strictObject({
        outcome: z.enum(["Failed", "Canceled", "never"]),
        error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
      })
      .optional(),
    /** Entra's token endpoint only: an OAuth error, for example `interaction_required` with `claims`. */
    entra: z
      .strictObject({
        error: z.string(),
        /** The AADSTS number. */
        number: z.int().default(50000),
        description: z.string().default("A fault was asked for."),
        suberror: z.string().optional(),
        /** A claims request as JSON text. */
        claims: z.string().optional(),
        status: z.int().default(400),
      })
      .optional(),
  })
  .refine((effect) => Object.keys(effect).length > 0, "A fault needs an effect.");

/** A fault as it is asked for. All of `match` must apply; `count` defaults to every request, `skip` to none. */
export const faultRequest = z.strictObject({
  match: z
    .strictObject({
      /**
       * Method and type, or the type alone: `GET Microsoft.KeyVault/vaults/secrets`, `LIST …` for a
       * collection, `POST Microsoft.ResourceGraph/resources`, `GET Microsoft.IoTOperations/locations/operationStatuses`;
       * for Entra `token`, `token refresh_token` (or another grant type), `authorize`, `logout`.
       */
      operation: z.string().optional(),
      method: z.string().optional(),
      /** Found in path and query, as plain text or as the source of a regular expression; case does not matter. */
      path: z.string().optional(),
      /** The same of the body's text. */
      body: z.string().optional(),
    })
    .default({}),
  count: z.int().positive().optional(),
  skip: z.int().nonnegative().optional(),
  effect: faultEffect,
});

export type FaultEffect = z.output<typeof faultEffect>;
export type FaultRequest = z.input<typeof faultRequest>;

/** A fault with what became of it. */
export interface Fault extends z.output<typeof faultRequest> {
  id: number;
  /** Requests that matched, those that were skipped included. */
  matched: number;
  /** Requests that the effect was applied to. */
  applied: number;
}

/** What faults look at. */
export interface FaultTarget {
  /** Every name that the operation goes by. */
  operations: readonly string[];
  method: string;
  /** Path and query. */
  path: string;
  body: string;
}

/** Faults of one local Azure, tried in the order in which they were added. */
export interface Faults {
  /** Adds a fault. Throws a ZodError for one that is not well-formed. */
  add(fault: FaultRequest): Fault;
  list(): readonly Fault[];
  clear(): void;
  /** The effect of the first fault that matches and is not used up; counts the request. */
  take(target: FaultTarget): FaultEffect | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let nextId = 1;
  return {
    add(request) {
      const fault: Fault = { ...faultRequest.parse(request), id: nextId++, matched: 0, applied: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    take(target) {
      for (const fault of faults) {
        if (fault.count !== undefined && fault.applied >= fault.count) continue;
        if (!isMatch(fault.match, target)) continue;
        fault.matched += 1;
        if (fault.matched <= (fault.skip ?? 0)) continue;
        fault.applied += 1;
        return fault.effect;
      }
      return undefined;
    },
  };
}

function isMatch({ operation, method, path, body }: Fault["match"], target: FaultTarget): boolean {
  if (method !== undefined && method.toUpperCase() !== target.method) return false;
  if (path !== undefined && !isFound(path, target.path)) return false;
  if (body !== undefined && !isFound(body, target.body)) return false;
  if (operation === undefined) return true;
  const wanted = operation.toLowerCase();
  return target.operations.some((name) => {
    const known = name.toLowerCase();
    return known === wanted || known.slice(known.indexOf(" ") + 1) === wanted;
  });
}

function isFound(pattern: string, text: string): boolean {
  if (text.toLowerCase().includes(pattern.toLowerCase())) return true;
  try {
    return new RegExp(pattern, "i").test(text);
  } catch {
    return false;
  }
}
