import type { Failure } from "../../lib/failure";

const USUAL_NEXT_STEP =
  "Reload the page and sign in again. If it fails again, give the message to your administrator.";

/**
 * Puts what the sign-in library threw, or what sign-in answered, into words. `title` says what failed,
 * for example `You could not be signed in`.
 */
export function signInFailure(
  error: unknown,
  title: string,
  nextStep: string = USUAL_NEXT_STEP,
): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    typeof error === "object" && error !== null && "errorCode" in error
      ? String(error.errorCode)
      : undefined;
  return { title, message, ...(code === undefined ? {} : { code }), nextStep, canRetry: false };
}
