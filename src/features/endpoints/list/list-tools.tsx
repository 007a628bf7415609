import { makeStyles } from "@fluentui/react-components";
import type { EndpointUsage } from "../../../lib/endpoint-query/columns";
import { useAnnouncedChange } from "../../../ui/use-announced-change";
import { groupText, sortText } from "./arrange/arrangement-text";
import { ColumnsButton } from "./arrange/columns-button";
import type { DrawnColumns } from "./arrange/drawn-columns";
import { GroupByMenu } from "./arrange/group-by-menu";
import type { ListItems } from "./arrange/use-list-items";
import { ChartsToggle } from "./charts/charts-toggle";
import type { FoundRows } from "./found-rows";
import { TakeAwayMenu } from "./take-away-menu";
import type { ListView } from "./use-list-view";
import { ViewsMenu } from "./views/views-menu";

const useStyles = makeStyles({
  // As if it were not there, but that icons make room where all tools are to share a line.
  root: {
    display: "contents",
    "@media (max-width: 600px)": {
      "& > button > .fui-Button__icon:first-child": { display: "none" },
      "& > button": { minWidth: 0 },
    },
  },
});

interface ListToolsProps {
  view: ListView;
  drawnColumns: DrawnColumns;
  items: ListItems;
  found: FoundRows;
  /** Whether those are all that there are. */
  isWhole: boolean;
  /** None is found yet, and some may be. */
  isPending: boolean;
  usage: EndpointUsage;
}

/** What can be done with the list as a whole, and says how it is arranged: nothing that its first rows wait for. */
export function ListTools({ view, drawnColumns, items, ...listed }: ListToolsProps) {
  const { sort } = view.query;
  const { groupBy } = view.layout;
  useAnnouncedChange(sortText(sort));
  useAnnouncedChange(groupText(groupBy, items.groupCount, listed.isWhole), { of: groupBy ?? "" });
  return (
    <div className={useStyles().root}>
      <ChartsToggle />
      <ViewsMenu view={view} />
      <ColumnsButton view={view} drawnColumns={drawnColumns} />
      <GroupByMenu view={view} />
      <TakeAwayMenu {...listed} fields={view.layout.columns} query={view.query} />
    </div>
  );
}
