import type { Scenario } from "../scenario";
import { buildFleet, needleInstanceId, type FleetPlan } from "./build";

const plan: FleetPlan = {
  endpointCount: 100_000,
  // A few sites have thousands, most have some dozens. The ranks are mixed, so that they are everywhere.
  weightOf: (rank) => 1 / (4 + ((rank * 211) % 500)),
  needle: "needle-in-the-haystack",
};

/** What tests of the scenario `stress` look for. */
export const stressNames = {
  endpointCount: plan.endpointCount,
  instanceCount: 500,
  subscriptionCount: 6,
  /** An endpoint whose name occurs once, on the last site. */
  needle: plan.needle,
  needleInstanceId: needleInstanceId(plan),
} as const;

/** The fleet with far more endpoints than anybody has. */
export const stress: Scenario = {
  name: "stress",
  description: "100,000 endpoints on 500 instances, spread unevenly, and what uses them.",
  build: (now) => buildFleet(now, plan),
};
