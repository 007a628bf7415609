import type { ComponentType } from "react";
import type { ZodMiniType } from "zod/mini";
import type { StepId } from "./editor-search";
import type { Summarise } from "./form/step-summaries";

/** What a step's component is told beside the form, which it reads from its context. */
export interface StepProps {
  /** All steps, for the review. */
  steps: readonly EditorStep[];
  onEdit: (step: StepId) => void;
}

/** One step of the wizard: what it shows, what must hold before going on, what the review says of it. */
export interface EditorStep {
  id: StepId;
  title: string;
  Step: ComponentType<StepProps>;
  schema: ZodMiniType;
  summarise: Summarise;
}
