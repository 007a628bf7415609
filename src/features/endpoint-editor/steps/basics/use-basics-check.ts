import { useQueryClient } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { childId, sameId } from "../../../../azure/resource-id";
import { useAccount, useAzure } from "../../../../queries/azure-context";
import { endpointNameCheck } from "../../../../queries/endpoint-lookup";
import { instancesOptions } from "../../../../queries/instances";
import { useEditor } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { takenMessage } from "./taken-message";

/** What Basics must ask before going on: an instance that can be used, a name that is free. */
export function useBasicsCheck(): () => Promise<boolean> {
  const azure = useAzure();
  const account = useAccount();
  const queryClient = useQueryClient();
  const form = useFormContext<EditorValues>();
  const { instance: known, run, base } = useEditor();
  /** The chosen instance where a link chose it and the list of instances is still on its way. */
  const find = async () => {
    const instanceId = form.getValues("instanceId");
    if (instanceId === "") return undefined;
    try {
      const { items } = await queryClient.ensureQueryData(instancesOptions(azure, account.id));
      return items.find(({ id }) => sameId(id, instanceId));
    } catch {
      // The field says why there is no list.
      return undefined;
    }
  };
  return async () => {
    // Where an edited endpoint is and what it is called cannot change.
    if (base !== undefined) return true;
    const instance = known ?? (await find());
    const refusal =
      instance === undefined ? "Choose an instance that you can see." : instance.disabledReason;
    if (instance === undefined || refusal !== undefined) {
      form.setError("instanceId", { type: "instance", message: refusal });
      return false;
    }
    const id = childId(instance.id, "registryEndpoints", form.getValues("name"));
    try {
      const existing = await queryClient.fetchQuery(endpointNameCheck(azure, account.id, id));
      if (existing === null || run.isLeftover(existing)) {
        return true;
      }
      form.setError("name", { type: "taken", message: takenMessage(existing) });
      return false;
    } catch {
      // Asked again before the PUT, where an answer is required.
      return true;
    }
  };
}
