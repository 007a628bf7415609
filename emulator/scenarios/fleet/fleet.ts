import type { Scenario } from "../scenario";
import { buildFleet, needleInstanceId, type FleetPlan } from "./build";

const plan: FleetPlan = {
  endpointCount: 5_000,
  // From six to fourteen on most sites, some dozens here and there.
  weightOf: (rank) => (rank % 23 === 5 ? 40 : 6 + (rank % 9)),
  needle: "needle-in-the-fleet",
};

/** What tests of the scenario `fleet` look for. */
export const fleetNames = {
  endpointCount: plan.endpointCount,
  instanceCount: 500,
  subscriptionCount: 6,
  /** An endpoint whose name occurs once, on the last site. */
  needle: plan.needle,
  needleInstanceId: needleInstanceId(plan),
} as const;

/** A large customer. */
export const fleet: Scenario = {
  name: "fleet",
  description: "5,000 endpoints on 500 instances in 6 subscriptions, and what uses them.",
  build: (now) => buildFleet(now, plan),
};
