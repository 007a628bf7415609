import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { useAccount } from "../../queries/azure-context";
import { clearDraft, loadDraft, saveDraft, type Draft, type DraftOrigin } from "./draft-storage";
import { stepIds, type StepId } from "./editor-search";
import type { EditorValues } from "./form/editor-values";

/**
 * The draft of this tab: what to begin with, what was reached, and when to forget it. `loaded` is the
 * endpoint that an edit's `baseline` was filled from.
 */
export function useDraft(
  origin: DraftOrigin,
  baseline: EditorValues,
  loaded: RegistryEndpoint | undefined,
) {
  const { id: accountId } = useAccount();
  const [initial] = useState<Draft>(
    () =>
      loadDraft(sessionStorage, accountId, origin) ?? {
        origin,
        reached: origin.resume === undefined ? "basics" : "review",
        values: baseline,
        ...(loaded === undefined ? {} : { base: loaded }),
      },
  );
  const [base, setBase] = useState(initial.base);
  const [reached, setReached] = useState<StepId>(initial.reached);
  const isOver = useRef(false);

  const forget = () => {
    // Once only: a run that ends after its page was left must not touch the next draft.
    if (!isOver.current) {
      isOver.current = true;
      clearDraft(sessionStorage, accountId);
    }
  };

  return {
    initial,
    reached,
    base,
    /** The edit goes on from another version of the endpoint. */
    rebase: setBase,
    /** Opens a step for good: it can be returned to from the list of steps. */
    reach: (step: StepId) =>
      setReached((before) => (stepIds.indexOf(step) > stepIds.indexOf(before) ? step : before)),
    isDirty: (values: EditorValues) =>
      !isOver.current && JSON.stringify(values) !== JSON.stringify(baseline),
    /** True once created, or left without creating. */
    isOver: () => isOver.current,
    finish: forget,
    discard: forget,
    /** Writes the draft; nothing once it is over or while nobody has touched the form. */
    save: (values: EditorValues) => {
      const isUntouched =
        reached === "basics" && JSON.stringify(values) === JSON.stringify(baseline);
      if (!isOver.current && !isUntouched) {
        saveDraft(sessionStorage, accountId, { origin, reached, values, base });
      }
    },
  };
}

/** Saves now, after every change of the form, and when another step or version is reached. */
export function useAutoSave(
  form: UseFormReturn<EditorValues>,
  { save, reached, base }: Pick<ReturnType<typeof useDraft>, "save" | "reached" | "base">,
): void {
  const onSave = useEffectEvent(() => save(form.getValues()));
  useEffect(() => {
    onSave();
    return form.subscribe({ formState: { values: true }, callback: () => onSave() });
  }, [form, reached, base]);
}
