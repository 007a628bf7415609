import { Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
});

interface SectionProps {
  /** For links to it. */
  id?: string;
  title: string;
  children: ReactNode;
}

/** A titled part of the details page. */
export function Section({ id: ownId, title, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section id={ownId} className={styles.root} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}
