import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { FormProvider } from "react-hook-form";
import { EditorProvider } from "./form/editor-context";
import { LeaveGuard } from "./leave-guard";
import type { CreateRun } from "./run/create-run";
import type { WizardState } from "./use-wizard";
import { WizardSteps } from "./wizard-steps";

interface WizardFormProps {
  wizard: WizardState;
  run: CreateRun;
  /** The endpoint that is edited, as the form was filled from it; undefined while one is created. */
  base?: RegistryEndpoint;
}

/** The steps with their form, and the question before it is left. */
export function WizardForm({ wizard, run, base }: WizardFormProps) {
  const { form, draft, instance, rejection } = wizard;
  return (
    <FormProvider {...form}>
      <EditorProvider value={{ instance, rejection, run, base }}>
        <WizardSteps
          asked={wizard.asked}
          reached={draft.reached}
          onReach={draft.reach}
          onGoTo={(step) => void wizard.goTo(step)}
          focusOnShow={wizard.focusOnShow}
          onShown={wizard.onShown}
        />
      </EditorProvider>
      <LeaveGuard
        isDirty={() => draft.isDirty(form.getValues())}
        isEdit={base !== undefined}
        isRunning={run.status === "running"}
        onLeave={draft.discard}
      />
    </FormProvider>
  );
}
