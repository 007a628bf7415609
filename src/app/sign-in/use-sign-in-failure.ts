import { useCallback, useEffect, useRef } from "react";
import type { Account } from "../../queries/azure-context";
import { useNotify } from "../../ui/notifications";
import type { Session } from "./session";
import { signInFailure } from "./sign-in-failure";

/** Returns a function that makes a handler of rejections: it notifies with the title that it was given. */
export function useSignInFailure(): (title: string) => (error: unknown) => void {
  const notify = useNotify();
  return useCallback(
    (title) => (error) => {
      const failure = signInFailure(error, title);
      notify({ intent: "error", title, body: failure.message, failure });
    },
    [notify],
  );
}

/** Says once that the sign-in which just came back failed, though somebody is still signed in. */
export function useDeclinedSwitch(session: Session | undefined): void {
  const notify = useNotify();
  const told = useRef<unknown>(undefined);
  useEffect(() => {
    if (!session?.account || !session.signInError || told.current === session.signInError) return;
    told.current = session.signInError;
    const title = "The account was not switched";
    const nextStep = nextStepFor(session.account);
    const failure = signInFailure(session.signInError, title, nextStep);
    notify({ intent: "warning", title, body: nextStep, failure });
  }, [notify, session]);
}

function nextStepFor({ name }: Account): string {
  return `You are still signed in as ${name}. Switch again, or go on as you are.`;
}
