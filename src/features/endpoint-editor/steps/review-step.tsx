import { Link, Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { useSecretVault } from "../../../queries/key-vault";
import { useSubscriptions } from "../../../queries/subscriptions";
import { useWaiting } from "../../../queries/work/use-waiting";
import { isStillUnderWay } from "../../../queries/work/work-words";
import { Facts } from "../../../ui/facts";
import { FailureInView } from "../../../ui/failure-in-view";
import { Loading } from "../../../ui/loading";
import { Note } from "../../../ui/note";
import { ProgressSteps } from "../../../ui/progress-steps";
import { WaitingNote } from "../../../ui/waiting-note";
import type { EditorStep, StepProps } from "../editor-step";
import { useEditor } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { EditReview } from "../edit/edit-review";
import type { SummaryContext } from "../form/step-summaries";
import { CleanUp } from "../run/clean-up";
import { ExportTabs } from "./review/export-tabs";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { display: "flex", columnGap: tokens.spacingHorizontalM, alignItems: "baseline" },
  title: { margin: 0 },
});

/** What will be created, in words and in code, and how far the creation is. */
export function ReviewStep({ steps, onEdit }: StepProps) {
  const styles = useStyles();
  const { instance, run, base } = useEditor();
  const [doing, noun] = base === undefined ? ["Creating", "Creation"] : ["Saving", "Saving"];
  const isRunning = run.status === "running";
  const waiting = useWaiting();
  const progress = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever pressed the button at the end of a long page sees what it does.
    if (isRunning) progress.current?.scrollIntoView({ block: "nearest" });
  }, [isRunning]);
  const outcome = run.stopped && isStillUnderWay(run.stopped) ? "goes on in Azure" : "stopped";
  return (
    <>
      {run.failure !== undefined && <FailureInView failure={run.failure} />}
      {run.status !== "idle" && (
        <section className={styles.section} ref={progress}>
          <Subtitle2 as="h3" className={styles.title}>
            {isRunning ? doing : `${noun} ${outcome}`}
          </Subtitle2>
          <ProgressSteps label={noun} steps={run.steps} />
          {isRunning && waiting && (
            <WaitingNote reason={waiting} isSent={run.isSent} onStop={run.stop} />
          )}
        </section>
      )}
      <CleanUp />
      <EditReview />
      {steps
        .filter((step) => step.id !== "review")
        .map((step) => (
          <SummarySection
            key={step.id}
            step={step}
            onEdit={isRunning ? undefined : () => onEdit(step.id)}
          />
        ))}
      <Subtitle2 as="h3" className={styles.title}>
        What will be sent
      </Subtitle2>
      <SecretChainNote />
      {instance === undefined ? (
        <Loading label="Loading the instance" />
      ) : (
        <ExportTabs instance={instance} />
      )}
    </>
  );
}

/** The code is the endpoint's alone; what makes its secret is not part of it. */
function SecretChainNote() {
  const { getValues } = useFormContext<EditorValues>();
  const { method, artifactSecret } = getValues();
  if (method !== "ArtifactPullSecret" || artifactSecret.source !== "keyVault") {
    return null;
  }
  return (
    <Note intent="info" title="The code makes the endpoint only">
      Create also adds the secrets to the provider class and makes the secret sync{" "}
      {artifactSecret.syncedSecretName}, which the endpoint needs. Run elsewhere, the code expects a
      Kubernetes secret of that name.
    </Note>
  );
}

function useSummaryContext(): SummaryContext {
  const { getValues } = useFormContext<EditorValues>();
  const { instance } = useEditor();
  const { method, artifactSecret } = getValues();
  const usesVault = method === "ArtifactPullSecret" && artifactSecret.source === "keyVault";
  const vault = useSecretVault(usesVault ? (instance?.id ?? "") : "");
  const subscription = useSubscriptions().data?.find(
    ({ subscriptionId }) => subscriptionId === instance?.subscriptionId,
  );
  return {
    instance,
    subscriptionName: subscription?.displayName,
    vaultName: vault.data?.vaultName,
  };
}

function SummarySection({ step, onEdit }: { step: EditorStep; onEdit?: () => void }) {
  const styles = useStyles();
  const { getValues } = useFormContext<EditorValues>();
  const about = useSummaryContext();
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <Subtitle2 as="h3" className={styles.title}>
          {step.title}
        </Subtitle2>
        {onEdit !== undefined && (
          <Link as="button" type="button" aria-label={`Edit ${step.title}`} onClick={onEdit}>
            Edit
          </Link>
        )}
      </div>
      <Facts label={step.title} items={step.summarise(getValues(), about)} />
    </section>
  );
}
