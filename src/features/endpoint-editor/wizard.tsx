import type { DraftOrigin } from "./draft-storage";
import type { EditorValues } from "./form/editor-values";
import { useSuggestedMethod } from "./form/suggested-method";
import { CreatedPanel } from "./run/created-panel";
import { useCreateRun } from "./run/use-create-run";
import { useWizard } from "./use-wizard";
import { WizardForm } from "./wizard-form";

interface WizardProps {
  origin: DraftOrigin;
  /** What the form begins with when there is no draft. */
  baseline: EditorValues;
  /** Called to begin again with the same instance. */
  onStartOver: (instanceId: string) => void;
}

/** The whole creation of one endpoint: form, draft, guard, run and its end. */
export function Wizard({ origin, baseline, onStartOver }: WizardProps) {
  const wizard = useWizard(origin, baseline);
  const { instance, instanceId } = wizard;
  const run = useCreateRun({
    instance,
    getValues: wizard.form.getValues,
    onRefused: wizard.refuse,
    onCreated: wizard.draft.finish,
  });
  useSuggestedMethod(wizard.form);

  if (run.status === "done" && run.created !== undefined) {
    return (
      <CreatedPanel
        endpoint={run.created}
        instanceName={instance?.name}
        onCreateAnother={() => onStartOver(instanceId)}
      />
    );
  }
  return <WizardForm wizard={wizard} run={run} />;
}
