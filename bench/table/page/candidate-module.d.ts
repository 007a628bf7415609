/** The table of this build: `build.ts` says which. */
declare module "#candidate" {
  export const candidate: import("./candidate").Candidate;
}
