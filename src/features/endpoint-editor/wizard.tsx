import { useWatch } from "react-hook-form";
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
  const { form, instance, instanceId } = wizard;
  const name = useWatch({ control: form.control, name: "name" });
  const run = useCreateRun({
    instance,
    name,
    getValues: form.getValues,
    onRefused: wizard.refuse,
    onCreated: wizard.draft.finish,
  });
  useSuggestedMethod(form);

  if (run.status === "done" && run.created !== undefined) {
    return (
      <CreatedPanel
        endpoint={run.created}
        instanceName={instance?.name}
        onCreateAnother={() => onStartOver(instanceId)}
      />
    );
  }
  const place = name === "" ? "" : `new ${instanceId}/${name}`;
  return <WizardForm wizard={wizard} run={run} place={{ key: place, name }} />;
}
