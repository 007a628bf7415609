import { useCallback, useEffect, useRef } from "react";
import { useNotify } from "../../ui/notifications";
import type { Session } from "./session";
import type { SignInPurpose } from "./session-storage";
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
export function useDeclinedSignIn(session: Session | undefined): void {
  const notify = useNotify();
  const told = useRef<unknown>(undefined);
  useEffect(() => {
    if (!session?.account || !session.signInError || told.current === session.signInError) return;
    told.current = session.signInError;
    const { title, advice } = DECLINED[session.purpose ?? "account"];
    const nextStep = `You are still signed in as ${session.account.name}. ${advice}`;
    const failure = signInFailure(session.signInError, title, nextStep);
    notify({ intent: "warning", title, body: failure.nextStep, failure });
  }, [notify, session]);
}

const DECLINED: Record<SignInPurpose, { title: string; advice: string }> = {
  "sign-in": { title: "You were not signed in again", advice: "Go on as you are." },
  confirmation: {
    title: "You were not signed in again",
    advice:
      "What you entered is kept, except secret values; you are asked again when Azure needs it.",
  },
  account: { title: "The account was not switched", advice: "Switch again, or go on as you are." },
  directory: {
    title: "The directory was not switched",
    advice: "Choose another one, or go on as you are.",
  },
};
