import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { FormProvider } from "react-hook-form";
import { isStillUnderWay } from "../../queries/work/work-words";
import { EditorProvider } from "./form/editor-context";
import { LeaveGuard } from "./leave-guard";
import { OpenElsewhereNote } from "./open-elsewhere-note";
import type { CreateRun } from "./run/create-run";
import type { WizardState } from "./use-wizard";
import { WizardSteps } from "./wizard-steps";

interface WizardFormProps {
  wizard: WizardState;
  run: CreateRun;
  /** What must not be edited twice at once: as one text, empty for nothing yet, and by name. */
  place: { key: string; name: string };
  /** The endpoint that is edited, as the form was filled from it; undefined while one is created. */
  base?: RegistryEndpoint;
}

/** The steps with their form, and the question before it is left. */
export function WizardForm({ wizard, run, place, base }: WizardFormProps) {
  const { form, draft, instance, rejection } = wizard;
  // Only while the form is what was sent: what was changed since is not under way.
  const goesOn =
    run.status === "failed" && run.stopped !== undefined && isStillUnderWay(run.stopped);
  return (
    <FormProvider {...form}>
      <EditorProvider value={{ instance, rejection, run, base }}>
        <OpenElsewhereNote place={place.key} what={place.name} />
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
        isRunning={(run.status === "running" && !run.isForeign) || goesOn}
        onLeave={() => {
          draft.discard();
          run.abandon();
        }}
      />
    </FormProvider>
  );
}
