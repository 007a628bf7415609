import { AriaLiveAnnouncer, useAnnounce as useFluentAnnounce } from "@fluentui/react-components";
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { VisuallyHidden } from "./visually-hidden";

type Announce = (message: string, politeness?: "polite" | "assertive") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/**
 * Speaks messages to screen readers. `polite` messages wait their turn in a `role="status"` region
 * outside the app root; `assertive` ones, and every message bar, interrupt.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  return (
    <AriaLiveAnnouncer>
      <PoliteRegion>{children}</PoliteRegion>
    </AriaLiveAnnouncer>
  );
}

function PoliteRegion({ children }: { children: ReactNode }) {
  const { announce: interrupt } = useFluentAnnounce();
  const [polite, setPolite] = useState({ message: "", turn: 0 });

  const announce = useCallback<Announce>(
    (message, politeness = "polite") => {
      if (politeness === "assertive") interrupt(message);
      else setPolite(({ turn }) => ({ message, turn: turn + 1 }));
    },
    [interrupt],
  );

  return (
    <AnnounceContext value={announce}>
      {children}
      {createPortal(
        // Modal dialogs hide their surroundings from screen readers; this region must still be heard.
        <div role="status" aria-live="polite" data-tabster-never-hide="">
          <VisuallyHidden>
            {/* A new element makes the same message heard again. */}
            <span key={polite.turn}>{polite.message}</span>
          </VisuallyHidden>
        </div>,
        document.body,
      )}
    </AnnounceContext>
  );
}

/** Returns the function that speaks a message to screen readers. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
