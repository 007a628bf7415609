import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    alignContent: "center",
    justifyContent: "center",
    gridTemplateColumns: "minmax(0, 560px)",
    minHeight: "100dvh",
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    "@media (max-width: 480px)": { padding: tokens.spacingHorizontalXL },
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
});

/** A page without the shell: one card in the middle. */
export function FullPage({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <div className={styles.card}>{children}</div>
    </main>
  );
}
