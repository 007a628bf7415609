/** A fault of the matrix without a row of its own here. */
export interface RowElsewhere {
  id: string;
  fault: string;
  /** The tests that play it, held against fewer oracles; or why nothing does yet. */
  where: string;
}

/** Every fault of the matrix is either a row, or here with what there is of it. */
export const rowsElsewhere: RowElsewhere[] = [
  { id: "A8", fault: "sign-out or switch in another tab", where: "sign-out.spec.ts" },
  { id: "D1", fault: "429 with Retry-After", where: "throttling.spec.ts" },
  {
    id: "D2",
    fault: "429 without Retry-After",
    where: "throttling.spec.ts, governor-policy.test.ts",
  },
  { id: "D3", fault: "Resource Graph's quota is used up", where: "governor-policy.test.ts" },
  { id: "D4", fault: "429 for the PUT", where: "throttling.spec.ts, governor-policy.test.ts" },
  { id: "D5", fault: "500 once", where: "azure-pipeline.test.ts" },
  { id: "D6", fault: "503 for a minute with Retry-After", where: "governor-policy.test.ts" },
  { id: "D7", fault: "an answer takes 30 s", where: "not played yet" },
  { id: "D8", fault: "an answer never comes", where: "azure-pipeline.test.ts" },
  {
    id: "D9",
    fault: "Resource Graph fails altogether",
    where: "list.spec.ts, indexed-endpoints.test.ts",
  },
  { id: "E5", fault: "members missing, unknown, too long, hostile", where: "not played yet" },
  { id: "F3", fault: "an operation without end", where: "long-running-operation.test.ts" },
  { id: "G1", fault: "Resource Graph answers in part", where: "indexed-endpoints-gaps.test.ts" },
  { id: "G2", fault: "rows move between pages", where: "create-resource-graph-client.test.ts" },
  { id: "G3", fault: "the index shows what is gone", where: "index-lag.spec.ts" },
  {
    id: "H1",
    fault: "the tab goes in the middle of the wizard",
    where: "create.spec.ts, by reload",
  },
  { id: "H2", fault: "double click and Enter mashing", where: "resume.spec.ts" },
  { id: "H3", fault: "two tabs with the same draft", where: "resume.spec.ts" },
];
