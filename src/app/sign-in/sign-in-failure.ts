import type { Failure } from "../../lib/failure";
import { entraAdvice } from "./entra-advice";

const USUAL_NEXT_STEP =
  "Reload the page and sign in again. If it fails again, give the message to your administrator.";

/**
 * Puts what the sign-in library threw, or what sign-in answered, into words. `title` says what failed,
 * for example `You could not be signed in`; `nextStep` what there is to do besides what the reason asks for.
 */
export function signInFailure(error: unknown, title: string, nextStep?: string): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    typeof error === "object" && error !== null && "errorCode" in error
      ? String(error.errorCode)
      : undefined;
  return {
    title,
    message,
    ...(code === undefined ? {} : { code }),
    nextStep: nextStepFor(entraAdvice(message), nextStep),
    canRetry: false,
  };
}

function nextStepFor(advice: string | undefined, given: string | undefined): string {
  const steps = [advice, given].filter((step) => step !== undefined);
  return steps.length === 0 ? USUAL_NEXT_STEP : steps.join(" ");
}
