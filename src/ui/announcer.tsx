import { AriaLiveAnnouncer, useAnnounce as useFluentAnnounce } from "@fluentui/react-components";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { createPortal } from "react-dom";
import { VisuallyHidden } from "./visually-hidden";

type Announce = (message: string, politeness?: "polite" | "assertive") => void;

/** What is said within it is said in one, so that nothing takes the place of what nobody has heard yet. */
const SAME_MOMENT_MS = 50;

const AnnounceContext = createContext<Announce>(() => undefined);

/**
 * Speaks messages to screen readers. `polite` messages wait their turn in a `role="status"` region
 * outside the app root, those of one moment as one; `assertive` ones, and every message bar, interrupt.
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

  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, []);

  const announce = useCallback<Announce>(
    (message, politeness = "polite") => {
      if (politeness === "assertive") {
        interrupt(message);
        return;
      }
      waiting.current.push(message);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const said = waiting.current.splice(0).join("; ");
        setPolite(({ turn }) => ({ message: said, turn: turn + 1 }));
      }, SAME_MOMENT_MS);
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
