import { Button, Spinner, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState, type FocusEvent } from "react";
import { useFormContext } from "react-hook-form";
import { endpointPath } from "../../lib/endpoint-url";
import { isStillUnderWay } from "../../queries/work/work-words";
import { Note } from "../../ui/note";
import { WizardFrame, type WizardFrameProps } from "../../ui/wizard-frame";
import { stepIds, type StepId } from "./editor-search";
import { useEditExtent } from "./edit/use-update-document";
import type { EditorStep } from "./editor-step";
import { useEditor } from "./form/editor-context";
import type { EditorValues } from "./form/editor-values";
import { ErrorSummary } from "./form/error-summary";
import { focusField, focusFirstInvalid } from "./form/field-focus";
import type { CreateRun } from "./run/create-run";
import { steps } from "./steps";
import { useBasicsCheck } from "./steps/basics/use-basics-check";

const useStyles = makeStyles({
  step: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    // Two cards of a choice side by side, never three and one.
    maxWidth: "720px",
  },
  // Nothing to be seen: it only takes all fields of a step away together.
  fields: { display: "contents" },
  heading: {
    ...typographyStyles.subtitle1,
    margin: 0,
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface WizardStepsProps {
  /** The step that the URL asks for. */
  asked: StepId;
  reached: StepId;
  onReach: (step: StepId) => void;
  onGoTo: (step: StepId) => void;
  /** Field to focus once its step shows, instead of the heading. */
  focusOnShow?: string;
  onShown: () => void;
}

/** The step that is due, its buttons, and the way between the steps. */
export function WizardSteps(props: WizardStepsProps) {
  const { asked, reached, onReach, onGoTo, focusOnShow, onShown } = props;
  const styles = useStyles();
  const form = useFormContext<EditorValues>();
  const { run, base } = useEditor();
  const checkBasics = useBasicsCheck();
  const content = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState({ step: asked, count: 0 });
  const [isChecking, setIsChecking] = useState(false);

  const current = shownStep(asked, form.getValues());
  const index = stepIds.indexOf(current);
  const step = steps[index];
  const following = stepIds[index + 1];
  const hasRefused = refusals.step === current && refusals.count > 0;

  useEffect(() => {
    if (refusals.count > 0 && content.current) {
      focusFirstInvalid(content.current);
    }
  }, [refusals]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  const moveFocus = useEffectEvent(() => {
    const isOtherStep = shown.current !== current;
    shown.current = current;
    if (focusOnShow !== undefined) {
      if (focusField(focusOnShow)) onShown();
    } else if (isOtherStep) {
      heading.current?.focus();
    }
  });
  useEffect(() => {
    moveFocus();
  }, [current, focusOnShow]);

  async function next(): Promise<void> {
    setIsChecking(true);
    const isValid = (await form.trigger()) && (current !== "basics" || (await checkBasics()));
    setIsChecking(false);
    if (!isValid) {
      setRefusals((before) => ({ step: current, count: before.count + 1 }));
    } else if (following !== undefined) {
      form.clearErrors();
      onReach(following);
      onGoTo(following);
    }
  }

  /** Going from field to field says what is wrong; going to a button does not, lest it move away. */
  function checkOnLeaving({ target, relatedTarget }: FocusEvent<HTMLElement>): void {
    const isField = relatedTarget instanceof Element && relatedTarget.matches("input, select");
    if (isField && target instanceof HTMLInputElement && isTextField(target.name)) {
      void form.trigger(target.name);
    }
  }

  if (step === undefined) {
    return null;
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Forms of panels opened from here are no part of this one, though React passes their events on.
        const isOurs = event.target === event.currentTarget;
        if (isOurs && following !== undefined && !isChecking) void next();
      }}
    >
      <WizardFrame
        steps={frameSteps(current, reached, form.getValues(), base !== undefined)}
        currentId={current}
        onStepSelect={(id) => {
          const chosen = stepIds.find((candidate) => candidate === id);
          const isOpen = run.status !== "running" || chosen === "review";
          if (chosen !== undefined && isOpen) onGoTo(chosen);
        }}
        footer={
          <WizardFooter
            previous={stepIds[index - 1]}
            isLast={following === undefined}
            isChecking={isChecking}
            onGoTo={onGoTo}
          />
        }
      >
        <div className={styles.step} ref={content} key={step.id} onBlur={checkOnLeaving}>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {titleOf(step, base !== undefined)}
          </h2>
          {run.status === "running" && following !== undefined && (
            <Note
              intent="info"
              title={base === undefined ? "It is being created" : "It is being saved"}
              actions={
                <Button size="small" onClick={() => onGoTo("review")}>
                  See how far it is
                </Button>
              }
            >
              {" "}
              {run.isForeign
                ? "Another tab does that with other values; yours stay here."
                : "Until that has ended nothing of it can be changed."}
            </Note>
          )}
          {hasRefused && <ErrorSummary />}
          <fieldset
            className={styles.fields}
            disabled={run.status === "running" && !run.isForeign && following !== undefined}
          >
            <step.Step steps={steps} onEdit={onGoTo} />
          </fieldset>
        </div>
      </WizardFrame>
    </form>
  );
}

interface WizardFooterProps {
  previous?: StepId;
  isLast: boolean;
  isChecking: boolean;
  onGoTo: (step: StepId) => void;
}

function WizardFooter({ previous, isLast, isChecking, onGoTo }: WizardFooterProps) {
  const navigate = useNavigate();
  const { run, instance, base } = useEditor();
  const isUnchanged = useEditExtent() === "nothing";
  const goesOn = run.stopped !== undefined && isStillUnderWay(run.stopped);
  const isRunning = run.status === "running";
  const [verb, doing] = base === undefined ? ["Create", "Creating…"] : ["Save", "Saving…"];
  const busy = isChecking || isRunning;
  const spinner = busy ? <Spinner size="tiny" role="presentation" /> : undefined;
  return (
    <>
      {isLast ? (
        <Button
          appearance="primary"
          disabledFocusable={busy || instance === undefined || isUnchanged}
          icon={spinner}
          onClick={run.start}
        >
          {isRunning ? doing : run.status === "failed" ? retryLabel(run) : verb}
        </Button>
      ) : (
        <Button type="submit" appearance="primary" disabledFocusable={busy} icon={spinner}>
          {isChecking ? "Checking…" : "Next"}
        </Button>
      )}
      {previous !== undefined && (
        <Button disabledFocusable={busy} onClick={() => onGoTo(previous)}>
          Previous
        </Button>
      )}
      <Button
        appearance="subtle"
        onClick={() => void navigate({ href: base ? endpointPath(base.id) : "/endpoints" })}
      >
        {isRunning || goesOn ? "Close" : "Cancel"}
      </Button>
    </>
  );
}

function retryLabel({ stopped }: CreateRun): string {
  if (stopped !== undefined && isStillUnderWay(stopped)) return "Keep waiting";
  return stopped?.isInterrupted === true ? "Continue" : "Retry";
}

const TEXT_FIELDS = ["name", "hostText", "audience", "clientId", "tenantId", "scope"] as const;

function isTextField(name: string): name is (typeof TEXT_FIELDS)[number] {
  return TEXT_FIELDS.some((field) => field === name);
}

function isStepValid(id: StepId, values: EditorValues): boolean {
  return steps.find((step) => step.id === id)?.schema.safeParse(values).success ?? false;
}

/** The asked step, or the first before it that is not finished: a link cannot skip what is required. */
function shownStep(asked: StepId, values: EditorValues): StepId {
  const before = stepIds.slice(0, stepIds.indexOf(asked));
  return before.find((id) => !isStepValid(id, values)) ?? asked;
}

function titleOf({ id, title }: EditorStep, isEdit: boolean): string {
  return isEdit && id === "review" ? "Review + save" : title;
}

function frameSteps(
  current: StepId,
  reached: StepId,
  values: EditorValues,
  isEdit: boolean,
): WizardFrameProps["steps"] {
  return steps.map((step) => {
    const { id } = step;
    const title = titleOf(step, isEdit);
    if (id === current) {
      return { id, title, status: "current" };
    }
    if (stepIds.indexOf(id) > stepIds.indexOf(reached)) {
      return { id, title, status: "todo" };
    }
    return { id, title, status: isStepValid(id, values) ? "done" : "invalid" };
  });
}
