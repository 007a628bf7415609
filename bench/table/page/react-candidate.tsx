import { createRef, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { Candidate, Controls, ListProps } from "./candidate";

/** A candidate whose table is a React component. */
export function reactCandidate(
  List: ComponentType<ListProps>,
  more: Omit<Candidate, "mount" | "controls"> = {},
): Candidate {
  const controls = createRef<Controls>();
  return {
    ...more,
    mount: (container, rows) => {
      createRoot(container).render(<List rows={rows} controls={controls} />);
    },
    controls: () => {
      if (controls.current === null) throw new Error("The table is not mounted.");
      return controls.current;
    },
  };
}
