/** One request that the local Azure got, as tests look at it. Kept in memory only. */
export interface LoggedRequest {
  number: number;
  /** The clock's time, as Azure writes times. */
  time: string;
  method: string;
  /** Path and query. */
  path: string;
  /** The name that the operation goes by: see `FaultRequest`. */
  operation: string;
  /** Headers but `Authorization` and `Cookie`, whose presence alone is noted. */
  headers: Record<string, string>;
  hasToken: boolean;
  /** The body's text as it came, secrets included. */
  body: string;
  /** Status of the answer; 0 when the connection was ended without one. */
  status: number;
  /** The answer's `Retry-After`, where it had one. */
  retryAfter?: string;
}

/** The last requests, preflights included and control requests left out. */
export interface RequestLog {
  /** Notes a request as it comes in; the returned entry gets its status when the answer is known. */
  add(entry: Omit<LoggedRequest, "number" | "status" | "retryAfter">): LoggedRequest;
  list(): readonly LoggedRequest[];
  clear(): void;
}

const secretHeaders = ["authorization", "cookie"];

/** A log of the last `limit` requests. */
export function createRequestLog(limit = 5_000): RequestLog {
  let entries: LoggedRequest[] = [];
  let number = 1;
  return {
    add(entry) {
      const logged = { number: number++, ...entry, status: 0 };
      entries.push(logged);
      if (entries.length > 2 * limit) entries = entries.slice(-limit);
      return logged;
    },
    list: () => entries.slice(-limit),
    clear() {
      entries = [];
      number = 1;
    },
  };
}

/** What the log keeps of a request's headers. */
export function loggedHeaders(headers: Headers): Pick<LoggedRequest, "headers" | "hasToken"> {
  const kept = [...headers].filter(([name]) => !secretHeaders.includes(name));
  return { headers: Object.fromEntries(kept), hasToken: headers.has("authorization") };
}
