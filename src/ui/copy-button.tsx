import { Button, Tooltip } from "@fluentui/react-components";
import { Checkmark16Regular, Copy16Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useAnnounce } from "./announcer";

const SHOWN_FOR_MS = 2000;

export interface CopyButtonProps {
  value: string;
  /** What is copied, in the button's name: `Copy <label>`. */
  label: string;
  /** Shows the words, not only the icon. */
  hasText?: boolean;
}

/** Copies a text to the clipboard and says so. */
export function CopyButton({ value, label, hasText = false }: CopyButtonProps) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<"copied" | "refused">();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
      announce("Copied");
    } catch {
      setOutcome("refused");
      announce("The browser did not allow copying. Select the text and copy it.", "assertive");
    }
  };

  const name = `Copy ${label}`;
  const tip = outcome === "copied" ? "Copied" : outcome === "refused" ? "Copying refused" : name;
  return (
    <Tooltip content={tip} relationship={hasText ? "description" : "label"} withArrow>
      <Button
        size="small"
        appearance="subtle"
        icon={outcome === "copied" ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={() => void copy()}
        aria-label={name}
      >
        {hasText ? "Copy" : undefined}
      </Button>
    </Tooltip>
  );
}
