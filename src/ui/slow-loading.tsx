import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useEffect, useState, type ReactNode } from "react";
import { EmptyState } from "./empty-state";
import { Note } from "./note";

/** Longer than Azure takes as a rule: what waits longer deserves a word. */
const SLOW_AFTER_MS = 10_000;

export interface SlowLoadingProps {
  /** Who has not answered, and what comes then. */
  slowText: string;
  onStop: () => void;
  /** What shows that something is on its way. */
  children: ReactNode;
}

/** What a page waits for; after ten seconds it says that it still does, and can be stopped. */
export function SlowLoading({ slowText, onStop, children }: SlowLoadingProps) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {isSlow && (
        <Note
          intent="info"
          title="Still waiting for Azure"
          actions={<Button onClick={onStop}>Stop loading</Button>}
        >
          {" "}
          {slowText}
        </Note>
      )}
      {children}
    </>
  );
}

interface LoadingStoppedProps {
  /** What has not been read. */
  description: string;
  onLoad: () => void;
}

/** The person stopped the loading before there was an answer. */
export function LoadingStopped({ description, onLoad }: LoadingStoppedProps) {
  return (
    <EmptyState
      icon={<ArrowClockwiseRegular />}
      title="Loading was stopped"
      description={description}
      action={
        <Button appearance="primary" autoFocus onClick={onLoad}>
          Load again
        </Button>
      }
    />
  );
}
