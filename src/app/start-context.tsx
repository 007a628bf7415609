import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import type { StartedApp } from "./start";

export type StartState =
  | { status: "starting" }
  | { status: "failed"; error: unknown }
  | { status: "started"; app: StartedApp };

const StartContext = createContext<StartState>({ status: "starting" });

interface StartProviderProps {
  starting: Promise<StartedApp>;
  children: ReactNode;
}

/** Tells how far the start of the app is, so that the shell is drawn while it goes on. */
export function StartProvider({ starting, children }: StartProviderProps) {
  const [state, setState] = useState<StartState>({ status: "starting" });
  useEffect(() => {
    let isCurrent = true;
    starting.then(
      (app) => isCurrent && setState({ status: "started", app }),
      (error: unknown) => isCurrent && setState({ status: "failed", error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [starting]);
  return <StartContext value={state}>{children}</StartContext>;
}

/** How far the start of the app is. */
export function useStart(): StartState {
  return useContext(StartContext);
}
