import { makeStyles } from "@fluentui/react-components";
import { Suspense, lazy } from "react";
import type { IndexedRows } from "../../../../queries/endpoint-list";
import { useKeptSetting } from "../../../../ui/kept-setting";
import { useMediaQuery } from "../../../../ui/use-media-query";
import type { ListView } from "../use-list-view";

const FacetCharts = lazy(async () => ({
  default: (await import("./facet-charts")).FacetCharts,
}));

const SETTING = "list-charts";
const SHOWN = "shown";
const HIDDEN = "hidden";

/** Where the charts leave room for the rows. */
const ROOMY = "(min-width: 1000px) and (min-height: 900px)";

// What the charts take side by side, so that nothing moves when they come, or have fewer bars.
const useStyles = makeStyles({ place: { minHeight: "174px", flexShrink: 0 } });

/** Whether the charts are shown: as the person chose in this browser, or where there is room. */
export function useChartsShown(): [isShown: boolean, show: (isShown: boolean) => void] {
  const [kept, keep] = useKeptSetting(SETTING);
  const isRoomy = useMediaQuery(ROOMY);
  const isShown = kept === SHOWN || (kept !== HIDDEN && isRoomy);
  return [isShown, (next) => keep(next ? SHOWN : HIDDEN)];
}

interface ChartsPlaceProps {
  view: ListView;
  indexed: IndexedRows;
  /** What counts are of, where that is not everything. */
  note: string | undefined;
  /** No row is found, and none is looked for: charts would be room without anything in it. */
  isEmpty: boolean;
  /** That none is found does not say that there is none. */
  mayBeMore: boolean;
}

/** The charts, or nothing. */
export function ChartsPlace({ isEmpty, ...charts }: ChartsPlaceProps) {
  const styles = useStyles();
  const [isShown] = useChartsShown();
  if (!isShown || isEmpty) return null;
  return (
    <section className={styles.place} aria-label="Charts">
      <Suspense>
        <FacetCharts {...charts} />
      </Suspense>
    </section>
  );
}
