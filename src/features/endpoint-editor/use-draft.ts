import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useAccount } from "../../queries/azure-context";
import { clearDraft, loadDraft, saveDraft, type Draft, type DraftOrigin } from "./draft-storage";
import { stepIds, type StepId } from "./editor-search";
import type { EditorValues } from "./form/editor-values";

/** The draft of this tab: what to begin with, what was reached, and when to forget it. */
export function useDraft(origin: DraftOrigin, baseline: EditorValues) {
  const { id: accountId } = useAccount();
  const [initial] = useState<Draft>(
    () =>
      loadDraft(sessionStorage, accountId, origin) ?? {
        origin,
        reached: origin.resume === undefined ? "basics" : "review",
        values: baseline,
      },
  );
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
        saveDraft(sessionStorage, accountId, { origin, reached, values });
      }
    },
  };
}

/** Saves now, after every change of the form and when another step is reached. */
export function useAutoSave(
  form: UseFormReturn<EditorValues>,
  save: (values: EditorValues) => void,
  reached: StepId,
): void {
  const onSave = useEffectEvent(() => save(form.getValues()));
  useEffect(() => {
    onSave();
    return form.subscribe({ formState: { values: true }, callback: () => onSave() });
  }, [form, reached]);
}
