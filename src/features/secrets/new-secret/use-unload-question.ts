import { useEffect, type RefObject } from "react";
import { hasSecretValue } from "./secret-value";

/** Has the browser ask before a typed secret value is lost: unlike the rest, no draft keeps it. */
export function useUnloadQuestion(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (form.current !== null && hasSecretValue(form.current)) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [form]);
}
