import type { EndpointQueryRow } from "./columns";
import { filterKey, type EndpointQuery } from "./endpoint-query";
import { facetOf, type FacetId } from "./fields";
import { compareText, foldCase } from "./fold";
import type { RowIndex } from "./row-index";
import { RowOrder } from "./row-order";
import { markOf, MEETS_ALL, selectRows, type Selection } from "./selection";

/** The rows that a query finds. */
export interface QueryResult {
  /** In order; `RowIndex.row` has the rows. */
  rowNumbers: Uint32Array;
  total: number;
}

/** A value to filter by. */
export interface FacetCount {
  /** As some row has it; empty for rows without one. */
  value: string;
  /** Its name; empty for no value. */
  label: string;
  /** What tells it from others of the same name; absent where its name does. */
  detail?: string;
  /** How many rows it shows beside the search and the other facets' filters. */
  count: number;
}

/**
 * Answers queries on an index. What the last query found is kept, so that another order, and each
 * facet's counts, cost no new search.
 */
export class QueryEvaluator<Row extends EndpointQueryRow = EndpointQueryRow> {
  private readonly index: RowIndex<Row>;
  private readonly order: RowOrder<Row>;
  private selected: { version: number; key: string; selection: Selection } | undefined;

  constructor(index: RowIndex<Row>) {
    this.index = index;
    this.order = new RowOrder(index);
  }

  /** The rows that meet the search and every facet, in order. */
  evaluate(query: EndpointQuery): QueryResult {
    const { marks, total } = this.selection(query);
    const order = this.order.numbersIn(query.sort);
    if (total === order.length) return { rowNumbers: order.slice(), total };
    const rowNumbers = new Uint32Array(total);
    for (let at = 0, place = 0; at < order.length; at++) {
      const number = order[at] ?? 0;
      if (marks[number] === MEETS_ALL) rowNumbers[place++] = number;
    }
    return { rowNumbers, total };
  }

  /** How many rows a query finds. */
  count(query: EndpointQuery): number {
    return this.selection(query).total;
  }

  /**
   * The values that the rows have in one facet, those that now show nothing with a count of 0, by name.
   * A facet counts what its own filter hides, or nobody would know what choosing more would add. To be
   * called facet by facet, so that a page can paint in between.
   */
  facetCounts(query: EndpointQuery, id: FacetId): FacetCount[] {
    const { marks } = this.selection(query);
    const { column: columnId, label: labelOf, detail: detailOf } = facetOf(id);
    const column = this.index.column(columnId);
    const { codes } = column;
    const counts = new Uint32Array(column.values.length);
    const own = markOf(id);
    for (let number = 0; number < marks.length; number++) {
      const mark = marks[number];
      if (mark !== MEETS_ALL && mark !== own) continue;
      const code = codes[number] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const usage = this.index.knownUsage();
    return column
      .usedValues()
      .map(({ code, text, sample }) => {
        const label = labelOf(sample, usage);
        const option: FacetCount = { value: text, label, count: counts[code] ?? 0 };
        return { option, key: foldCase(label), sample };
      })
      .sort((a, b) => compareText(a.key, b.key) || compareText(a.option.value, b.option.value))
      .map(({ option, key, sample }, at, all) =>
        detailOf !== undefined && (all[at - 1]?.key === key || all[at + 1]?.key === key)
          ? { ...option, detail: detailOf(sample) }
          : option,
      );
  }

  private selection(query: EndpointQuery): Selection {
    const { version } = this.index;
    const key = filterKey(query);
    if (this.selected?.version !== version || this.selected.key !== key) {
      this.selected = { version, key, selection: selectRows(this.index, query) };
    }
    return this.selected.selection;
  }
}
