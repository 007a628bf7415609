import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useForm, useWatch, type Resolver } from "react-hook-form";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { sameId } from "../../azure/resource-id";
import { useInstances } from "../../queries/instances";
import type { DraftOrigin } from "./draft-storage";
import { validateEditorSearch, type StepId } from "./editor-search";
import type { Rejection } from "./form/editor-context";
import type { EditorValues } from "./form/editor-values";
import type { RefusedField } from "./run/error-target";
import { steps } from "./steps";
import { useAutoSave, useDraft } from "./use-draft";

/**
 * Form, draft and step of one wizard: the creation's or an edit's. `baseline` is what the form begins with
 * when there is no draft, `loaded` the endpoint that it was filled from.
 */
export function useWizard(origin: DraftOrigin, baseline: EditorValues, loaded?: RegistryEndpoint) {
  const search = validateEditorSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const draft = useDraft(origin, baseline, loaded);
  const [rejection, setRejection] = useState<Rejection>();
  const [focusOnShow, setFocusOnShow] = useState<string>();
  // What goes on was begun from the review.
  const asked = search.step ?? (origin.resume === undefined ? "basics" : "review");

  const form = useForm<EditorValues>({
    defaultValues: draft.initial.values,
    resolver: resolverOf(asked),
  });
  const instanceId = useWatch({ control: form.control, name: "instanceId" });
  const instances = useInstances();
  useAutoSave(form, draft);

  const goTo = (step: StepId) => navigate({ to: ".", search: { ...search, step } });
  return {
    form,
    draft,
    asked,
    goTo,
    instanceId,
    instance: instances.data?.find((option) => sameId(option.id, instanceId)),
    rejection,
    focusOnShow,
    onShown: () => setFocusOnShow(undefined),
    /** Brings the person to the field that Azure refused, with its message beside it. */
    refuse: ({ step, field, message }: RefusedField) => {
      if (draft.isOver()) return;
      const value = JSON.stringify(form.getValues(field)) ?? "";
      setRejection({ field, value, message });
      setFocusOnShow(field);
      void goTo(step);
    },
  };
}

export type WizardState = ReturnType<typeof useWizard>;

/** Validates the members of one step; the form's values stay as they were typed. */
function resolverOf(id: StepId): Resolver<EditorValues> {
  const step = steps.find((candidate) => candidate.id === id);
  // A step's schema reads some members of the form, which TypeScript sees as a narrower input type.
  const schema = step?.schema as unknown as Parameters<
    typeof standardSchemaResolver<EditorValues, unknown, EditorValues>
  >[0];
  return standardSchemaResolver(schema, undefined, { raw: true });
}
