import { Button } from "@fluentui/react-components";
import { CloudLinkRegular, LockClosedRegular, SearchRegular } from "@fluentui/react-icons";
import { Suspense, lazy } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import {
  parseSearch,
  searchFieldNames,
  unknownFieldsOf,
} from "../../../lib/endpoint-query/search-language";
import type { IndexedRows } from "../../../queries/endpoint-list";
import { EmptyState } from "../../../ui/empty-state";
import { WORD_FIELDS_TEXT } from "./word-fields-text";

const OtherSearches = lazy(async () => ({
  default: (await import("./other-searches")).OtherSearches,
}));

/** The start of everybody's work: instances, but no registry endpoint. */
export function NothingYet({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState
      icon={<CloudLinkRegular />}
      title="No registry endpoints yet"
      description="A registry endpoint tells an Azure IoT Operations instance which container registry to pull data flow graphs and connectors from, and how to sign in there."
      action={
        <Button appearance="primary" onClick={onCreate}>
          Create a registry endpoint
        </Button>
      }
    />
  );
}

/** There are rows, but the search and the filters leave none. */
export function NothingMatches({ total, query, indexed, isWhole, ...acts }: NothingMatchesProps) {
  const { search } = query;
  const hasWords = parseSearch(search).some(({ field }) => field === undefined);
  const unknown = unknownFieldsOf(search).map((name) => `“${name}”`);
  return (
    <EmptyState
      icon={<SearchRegular />}
      title="Nothing matches"
      description={
        <>
          None of {total} has every word and filter that you chose.
          {hasWords && ` ${WORD_FIELDS_TEXT}`}
          {unknown.length > 0 &&
            ` There is no column ${unknown.join(" or ")}, so that was looked for as text; columns are ${searchFieldNames.join(", ")}.`}
        </>
      }
      action={
        <>
          {hasWords && (
            <Suspense>
              <OtherSearches {...{ query, indexed, isWhole }} onSearch={acts.onSearch} />
            </Suspense>
          )}
          <Button onClick={acts.onClear}>Clear search and filters</Button>
        </>
      }
    />
  );
}

interface NothingMatchesProps {
  /** How many rows there are, in words. */
  total: string;
  query: EndpointQuery;
  indexed: IndexedRows;
  /** Whether all rows are here. */
  isWhole: boolean;
  /** Looks for something else. */
  onSearch: (search: string) => void;
  onClear: () => void;
}

/** The person sees no instance, and so nothing that could have an endpoint. */
export function NoAccess({ subscriptions, onRefresh }: NoAccessProps) {
  return (
    <EmptyState
      icon={<LockClosedRegular />}
      title={
        subscriptions === 0
          ? "You have access to no subscription"
          : "You see no Azure IoT Operations instance"
      }
      description={
        <>
          Ask an owner of the resource group that holds the instance for a role on it:{" "}
          <strong>Reader</strong> to see its registry endpoints, or{" "}
          <strong>Azure IoT Operations Administrator</strong> to create and delete them. A new role
          can take some minutes to work. If you belong to several tenants, you may be signed in to
          another one: the account menu switches.
        </>
      }
      action={<Button onClick={onRefresh}>Look again</Button>}
    />
  );
}

interface NoAccessProps {
  /** Undefined when it is not known. */
  subscriptions: number | undefined;
  onRefresh: () => void;
}
