import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { AuthenticationMethod } from "../../../azure/iot-operations/registry-endpoint";
import { readHost } from "../../../lib/host";
import type { EditorValues } from "./editor-values";

/**
 * The method that most likely works for the chosen registry: only Azure Container Registry knows
 * Microsoft Entra identities, and Microsoft's own registry asks nobody to sign in.
 */
export function suggestedMethod(
  values: Pick<EditorValues, "registrySource" | "hostText">,
): AuthenticationMethod {
  if (values.registrySource === "acr") {
    return "SystemAssignedManagedIdentity";
  }
  switch (readHost(values.hostText).kind) {
    case "acr":
      return "SystemAssignedManagedIdentity";
    case "mcr":
      return "Anonymous";
    default:
      return "ArtifactPullSecret";
  }
}

/** Follows the registry with the method until the person has chosen one. */
export function useSuggestedMethod(form: UseFormReturn<EditorValues>): void {
  useEffect(() => {
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const method = suggestedMethod(values);
        if (!values.isMethodChosen && values.method !== method) {
          form.setValue("method", method);
        }
      },
    });
  }, [form]);
}
