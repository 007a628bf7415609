import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormProvider, useForm, useWatch, type Resolver } from "react-hook-form";
import { sameId } from "../../azure/resource-id";
import { useInstances } from "../../queries/instances";
import type { DraftOrigin } from "./draft-storage";
import { validateEditorSearch, type StepId } from "./editor-search";
import { EditorProvider, type Rejection } from "./form/editor-context";
import type { EditorValues } from "./form/editor-values";
import { LeaveGuard } from "./leave-guard";
import { OpenElsewhereNote } from "./open-elsewhere-note";
import { CreatedPanel } from "./run/created-panel";
import { useCreateRun } from "./run/use-create-run";
import { steps } from "./steps";
import { useAutoSave, useDraft } from "./use-draft";
import { WizardSteps } from "./wizard-steps";

interface WizardProps {
  origin: DraftOrigin;
  /** What the form begins with when there is no draft. */
  baseline: EditorValues;
  /** Called to begin again with the same instance. */
  onStartOver: (instanceId: string) => void;
}

/** The whole creation of one endpoint: form, draft, guard, run and its end. */
export function Wizard({ origin, baseline, onStartOver }: WizardProps) {
  const search = validateEditorSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const draft = useDraft(origin, baseline);
  const [rejection, setRejection] = useState<Rejection>();
  const [focusOnShow, setFocusOnShow] = useState<string>();

  const asked = search.step ?? (origin.resume === undefined ? "basics" : "review");
  const form = useForm<EditorValues>({
    defaultValues: draft.initial.values,
    resolver: resolverOf(asked),
  });
  const [instanceId, name] = useWatch({ control: form.control, name: ["instanceId", "name"] });
  const instances = useInstances();
  const instance = instances.data?.find((option) => sameId(option.id, instanceId));

  const goTo = (step: StepId) => navigate({ to: "/endpoints/new", search: { ...origin, step } });
  const run = useCreateRun({
    instance,
    name,
    getValues: form.getValues,
    onRefused: ({ step, field, message }) => {
      if (draft.isOver()) {
        return;
      }
      const value = JSON.stringify(form.getValues(field)) ?? "";
      setRejection({ field, value, message });
      setFocusOnShow(field);
      void goTo(step);
    },
    onCreated: draft.finish,
  });
  useAutoSave(form, draft.save, draft.reached);

  if (run.status === "done" && run.created !== undefined) {
    return (
      <CreatedPanel
        endpoint={run.created}
        instanceName={instance?.name}
        onCreateAnother={() => onStartOver(instanceId)}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <EditorProvider value={{ instance, rejection, run }}>
        <OpenElsewhereNote place={name === "" ? "" : `new ${instanceId}/${name}`} what={name} />
        <WizardSteps
          asked={asked}
          reached={draft.reached}
          onReach={draft.reach}
          onGoTo={(step) => void goTo(step)}
          focusOnShow={focusOnShow}
          onShown={() => setFocusOnShow(undefined)}
        />
      </EditorProvider>
      <LeaveGuard
        isDirty={() => draft.isDirty(form.getValues())}
        isRunning={run.status === "running"}
        onLeave={() => {
          draft.discard();
          run.abandon();
        }}
      />
    </FormProvider>
  );
}

/** Validates the members of one step; the form's values stay as they were typed. */
function resolverOf(id: StepId): Resolver<EditorValues> {
  const step = steps.find((candidate) => candidate.id === id);
  // A step's schema reads some members of the form, which TypeScript sees as a narrower input type.
  const schema = step?.schema as unknown as Parameters<
    typeof standardSchemaResolver<EditorValues, unknown, EditorValues>
  >[0];
  return standardSchemaResolver(schema, undefined, { raw: true });
}
