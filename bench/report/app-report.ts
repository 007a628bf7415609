import type { AppVisit } from "../app/visit";
import type { RawFigures } from "../raw-figures";
import { median } from "./median";
import { markdownTable } from "./table-report";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A line for each scenario, kind of visit and speed. */
export function appReport({ visits }: RawFigures): string {
  if (visits.length === 0) return "";
  const groups = new Map<string, AppVisit[]>();
  for (const visit of visits) {
    const label = [
      `\`${visit.scenario}\``,
      `${visit.kind} visit`,
      ...(visit.isSlow ? ["slow"] : []),
    ].join(", ");
    groups.set(label, [...(groups.get(label) ?? []), visit]);
  }
  const header = [
    ...["", "shell ms", "first rows ms", "scripts KiB", "files", "requests to Azure"],
    ...["queries", "in turn"],
  ];
  const lines = [...groups].map(([label, group]) => [
    label,
    ...[
      ({ shellMs }: AppVisit) => shellMs,
      ({ rowsMs }: AppVisit) => rowsMs,
      ({ scriptKib }: AppVisit) => scriptKib,
      ({ requests }: AppVisit) => requests.files,
      ({ requests }: AppVisit) => requests.azure,
      ({ requests }: AppVisit) => requests.queries,
      ({ roundTrips }: AppVisit) => roundTrips,
    ].map((read) => number.format(median(group.map(read)) ?? 0)),
  ]);
  return markdownTable(header, lines);
}
