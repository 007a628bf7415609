import { Button, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Pause16Regular, Play16Regular } from "@fluentui/react-icons";
import type { EndpointList, ReadingProgress as Progress } from "../../../queries/endpoint-list";
import { RelativeTime } from "../../../ui/relative-time";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    // Below the table: it goes away by itself, and must not move what a person is about to press.
    order: 1,
  },
  bar: { flexBasis: "160px", flexGrow: 0, flexShrink: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ReadingProgressProps {
  reading: Pick<Progress, "state" | "goesOnAt">;
  done: number;
  of: number;
  /** How far it has got, in words. */
  text: string;
  list: Pick<EndpointList, "pause" | "resume">;
}

/** How much of the list has arrived, and the way to hold it or go on. */
export function ReadingProgress({ reading, done, of, text, list }: ReadingProgressProps) {
  const styles = useStyles();
  const { state, goesOnAt } = reading;
  const isReading = state === "reading";
  return (
    <div className={styles.root}>
      <ProgressBar className={styles.bar} value={done} max={of} aria-label={text} />
      <Text size={200} className={styles.quiet}>
        {text}
        {!isReading && `, ${state}`}
        {isReading && goesOnAt !== undefined && (
          <>
            ; waiting for Azure, goes on <RelativeTime value={goesOnAt} />
          </>
        )}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={isReading ? <Pause16Regular /> : <Play16Regular />}
        onClick={isReading ? list.pause : list.resume}
      >
        {isReading ? "Pause reading" : "Go on reading"}
      </Button>
    </div>
  );
}
