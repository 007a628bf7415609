import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const format = new Intl.NumberFormat("en");

interface DataTableEndProps {
  /** What the grid is described by. */
  id: string;
  drawn: number;
  count: number;
}

/** Below the last row that is drawn, where there are more than can be: how to see the others. */
export function DataTableEnd({ id, drawn, count }: DataTableEndProps) {
  return (
    <p id={id} className={useStyles().root}>
      The first {format.format(drawn)} of {format.format(count)}. Filter or search to see the
      others.
    </p>
  );
}
