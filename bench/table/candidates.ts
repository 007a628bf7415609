/** A table of the bench: what it is, and where its module is, below `bench/table`. */
export interface CandidateInfo {
  id: string;
  label: string;
  module: string;
  /** `floor`: what no table can be faster than. `paged`: shows 50 or 100 rows at a time. `whole`: draws every row. */
  kind: "own" | "floor" | "windowed" | "paged" | "whole";
}

export const candidates: readonly CandidateInfo[] = [
  { id: "app", label: "This app", module: "candidates/app.tsx", kind: "own" },
  {
    id: "app-by-name",
    label: "This app, first by name",
    module: "candidates/app-by-name.tsx",
    kind: "own",
  },
  { id: "floor", label: "Floor", module: "candidates/floor.tsx", kind: "floor" },
  { id: "ag-grid", label: "AG Grid Community", module: "peers/ag-grid.tsx", kind: "windowed" },
  { id: "mui-x", label: "MUI X DataGrid", module: "peers/mui-x.tsx", kind: "paged" },
  {
    id: "fluent-window",
    label: "Fluent DataGrid, virtualised",
    module: "peers/fluent-window.tsx",
    kind: "windowed",
  },
  {
    id: "tanstack",
    label: "TanStack Table + Virtual",
    module: "peers/tanstack.tsx",
    kind: "windowed",
  },
  { id: "cloudscape", label: "Cloudscape Table", module: "peers/cloudscape.tsx", kind: "paged" },
  {
    id: "fluent",
    label: "Fluent DataGrid",
    module: "peers/fluent.tsx",
    kind: "whole",
  },
];
