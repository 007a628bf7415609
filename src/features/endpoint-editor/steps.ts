import type { EditorStep } from "./editor-step";
import { authenticationSchema, basicsSchema, reviewSchema, trustSchema } from "./form/step-schemas";
import { summariseAuthentication, summariseBasics, summariseTrust } from "./form/step-summaries";
import { AuthenticationStep } from "./steps/authentication-step";
import { BasicsStep } from "./steps/basics-step";
import { ReviewStep } from "./steps/review-step";
import { TrustStep } from "./steps/trust-step";

/** The wizard. Validation on Next and the review page are both derived from this array. */
export const steps: readonly EditorStep[] = [
  {
    id: "basics",
    title: "Basics",
    Step: BasicsStep,
    schema: basicsSchema,
    summarise: summariseBasics,
  },
  {
    id: "authentication",
    title: "Authentication",
    Step: AuthenticationStep,
    schema: authenticationSchema,
    summarise: summariseAuthentication,
  },
  {
    id: "trust",
    title: "Trust",
    Step: TrustStep,
    schema: trustSchema,
    summarise: summariseTrust,
  },
  {
    id: "review",
    title: "Review + create",
    Step: ReviewStep,
    schema: reviewSchema,
    summarise: () => [],
  },
];
