import { ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import type { WaitingReason } from "../../../queries/work/use-waiting";
import { progressWords, runCounts, timeLeftWords } from "./bulk-words";

const useStyles = makeStyles({
  // Where there is no room for both, the time stands below.
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalL,
    flexShrink: 0,
  },
});

interface RunProgressProps {
  run: BulkSnapshot;
  waiting: WaitingReason | undefined;
}

/** How far a run is, and about how long it will still take; not while it waits, since nobody knows for how long. */
export function RunProgress({ run, waiting }: RunProgressProps) {
  const styles = useStyles();
  const { status, goesOnAt, msLeft } = run;
  const { total, done, failed } = runCounts(run);
  const words = progressWords(run);
  const goesOn = status === "running" && goesOnAt === undefined && waiting === undefined;
  return (
    <>
      <div className={styles.line}>
        <Text weight="semibold">{words}</Text>
        {goesOn && msLeft !== undefined && <Text>{timeLeftWords(msLeft)}</Text>}
      </div>
      <ProgressBar
        value={done + failed}
        max={Math.max(total, 1)}
        color={failed > 0 ? "error" : undefined}
        aria-label={words}
      />
    </>
  );
}
