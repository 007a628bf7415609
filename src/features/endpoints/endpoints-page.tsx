import { makeStyles, tokens } from "@fluentui/react-components";
import {
  Add20Regular,
  ArrowClockwise20Regular,
  CloudLinkRegular,
  Link20Regular,
} from "@fluentui/react-icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, lazy, useRef, useState, type RefObject } from "react";
import { describeFailure } from "../../azure/http/describe-failure";
import { useEndpointList, type EndpointList, type EndpointRow } from "../../queries/endpoint-list";
import { Command, CommandBar } from "../../ui/command-bar";
import { FailureMessage } from "../../ui/failure-message";
import { RowsSkeleton } from "../../ui/loading";
import { PageHeader } from "../../ui/page-header";
import { BULK_RUN, useIsBulkShown } from "./bulk-delete/bulk-board";
import { endpointShortcuts } from "./endpoint-shortcuts";
import { LoadingStopped, SlowLoading } from "../../ui/slow-loading";
import { validateEndpointsSearch } from "./endpoints-search";
import { EndpointsView } from "./list/endpoints-view";
import { FilterBar } from "./list/filter-bar";
import { ListAge } from "./list/list-age";
import { NoAccess, NothingYet } from "./list/list-empty-states";
import { ListRemarks } from "./list/list-remarks";
import { useListView, type ListView } from "./list/use-list-view";
import { useCopyText } from "./use-copy-text";

const DeleteEndpointDialog = lazy(async () => ({
  default: (await import("./delete/delete-endpoint-dialog")).DeleteEndpointDialog,
}));

const BulkRun = lazy(async () => ({
  default: (await import("./bulk-delete/bulk-run")).BulkRun,
}));

const ResumedDeletion = lazy(async () => ({
  default: (await import("./delete/resumed-deletion")).ResumedDeletion,
}));

const useStyles = makeStyles({
  // Fills the page, so that the rows scroll and what narrows them down stays in view.
  root: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    flexShrink: 0,
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

/** Every registry endpoint that the person can see, across instances and subscriptions. */
export function EndpointsPage() {
  const list = useEndpointList();
  return <EndpointsPageContent list={list} />;
}

/** Apart from the page, so that typing does not go through every query of the list again. */
function EndpointsPageContent({ list }: { list: EndpointList }) {
  const styles = useStyles();
  const view = useListView();
  const search = validateEndpointsSearch(useSearch({ strict: false }));
  const { resume } = search;
  const isBulkShown = useIsBulkShown() || resume === BULK_RUN;
  const navigate = useNavigate();
  const copyText = useCopyText();
  const [rowToDelete, setRowToDelete] = useState<EndpointRow>();
  const create = () => void navigate({ to: "/endpoints/new" });
  return (
    <div className={styles.root}>
      <PageHeader
        title="Registry endpoints"
        subtitle={<ListAge list={list} />}
        icon={<CloudLinkRegular />}
        commands={
          <CommandBar label="Registry endpoints">
            <Command icon={<Add20Regular />} label="Create" onClick={create} />
            <Command
              icon={<ArrowClockwise20Regular />}
              label="Refresh"
              shortcut={endpointShortcuts.refreshList}
              onClick={list.refresh}
              disabledReason={
                list.status === "loading" || list.isRefreshing ? "Being read right now." : undefined
              }
            />
            <Command
              icon={<Link20Regular />}
              label="Copy link"
              onClick={() => copyText("link to this view", window.location.href)}
            />
          </CommandBar>
        }
      />
      {isBulkShown && (
        <Suspense>
          <BulkRun search={search} />
        </Suspense>
      )}
      <ListBody list={list} view={view} onCreate={create} onDelete={setRowToDelete} />
      {resume !== undefined && resume !== BULK_RUN && (
        <Suspense>
          <ResumedDeletion key={resume} endpointId={resume} />
        </Suspense>
      )}
      {rowToDelete && (
        <Suspense>
          <DeleteEndpointDialog
            endpoint={rowToDelete}
            onClose={() => setRowToDelete(undefined)}
            onDeleted={() => setRowToDelete(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

interface ListBodyProps {
  list: EndpointList;
  view: ListView;
  onCreate: () => void;
  onDelete: (row: EndpointRow) => void;
}

function ListBody(props: ListBodyProps) {
  const { list, view } = props;
  const search = useRef<HTMLInputElement>(null);
  const isReady = list.status === "ready";
  // Also while nothing is here yet: what is typed then is looked for once it is, and stays under the hand.
  const hasSearch = !isReady || list.size > 0 || view.text !== "";
  return (
    <>
      {/* One place, whatever follows: a remark that moves is announced again. */}
      {isReady && <ListRemarks list={list} />}
      {hasSearch && <FilterBar view={view} list={list} search={search} />}
      <ListContent {...props} search={search} />
    </>
  );
}

interface ListContentProps extends ListBodyProps {
  search: RefObject<HTMLInputElement | null>;
}

function ListContent({ list, view, search, onCreate, onDelete }: ListContentProps) {
  if (list.status === "failed") {
    return (
      <FailureMessage
        failure={describeFailure(list.error, "The registry endpoints could not be listed")}
        onRetry={list.refresh}
      />
    );
  }
  if (list.status === "loading") {
    return (
      <SlowLoading
        slowText="Azure Resource Graph has not answered yet. The list appears as soon as it does."
        onStop={list.stop}
      >
        <RowsSkeleton label="Loading registry endpoints" rows={10} columns={8} />
      </SlowLoading>
    );
  }
  if (list.status === "stopped") {
    return (
      <LoadingStopped
        description="The registry endpoints have not been read. Nothing was changed."
        onLoad={list.refresh}
      />
    );
  }
  if (list.size > 0) {
    return <EndpointsView list={list} view={view} search={search} onDelete={onDelete} />;
  }
  if (list.instancesCount === 0) {
    return <NoAccess subscriptions={list.subscriptionsCount} onRefresh={list.refresh} />;
  }
  if (list.asking) {
    return <RowsSkeleton label="Asking the instances" rows={5} columns={8} />;
  }
  return <NothingYet onCreate={onCreate} />;
}
