import { ArmError, type ArmErrorDetail } from "../resource-manager/arm-error";

const INVALID_QUERY =
  "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.";

/** Where a query is wrong, as Resource Graph reports it. */
export interface QueryProblem {
  /** For example `ParserFailure`, `UnknownTable`, `UnsupportedOperator`. */
  code: string;
  message: string;
  /** Offset in the query. */
  position: number;
  token?: string;
  /** What would have been right in the token's place, where that is one thing. */
  expectedToken?: string;
}

/**
 * The 400 that Resource Graph answers a bad query with: outer `BadRequest`, details `InvalidQuery` and the
 * problem with line and position (bodies recorded in the tests of Azure PowerShell).
 */
export function invalidQuery(query: string, problem: QueryProblem): ArmError {
  const before = query.slice(0, problem.position).split("\n");
  const place = {
    code: problem.code,
    message: problem.message,
    line: before.length,
    characterPositionInLine: before.at(-1)?.length ?? 0,
    ...(problem.token === undefined ? {} : { token: problem.token }),
    ...(problem.expectedToken === undefined ? {} : { expectedToken: problem.expectedToken }),
  } satisfies ArmErrorDetail & Record<string, unknown>;
  return new ArmError(400, "BadRequest", "Please provide below info when asking for support.", {
    details: [{ code: "InvalidQuery", message: INVALID_QUERY }, place],
  });
}

/** The 400 for a request body that is wrong beside its query. */
export function badRequest(code: string, message: string): ArmError {
  return new ArmError(400, "BadRequest", message, { details: [{ code, message }] });
}
