import { Button, Input, makeStyles } from "@fluentui/react-components";
import { Dismiss16Regular, Search20Regular } from "@fluentui/react-icons";
import { startTransition, useOptimistic, type RefObject } from "react";
import { useShortcut } from "../../../ui/shortcuts";
import { endpointShortcuts } from "../endpoint-shortcuts";

const PLACEHOLDER = "Search name, host, site, tags…";

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    flexBasis: "220px",
    maxWidth: "420px",
    // The button at its end makes it no wider.
    minWidth: 0,
    "& input": { textOverflow: "ellipsis" },
    // The button at the end does the same by keyboard and in every browser.
    "& input::-webkit-search-cancel-button": { display: "none" },
  },
});

interface SearchBoxProps {
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  onChange: (text: string) => void;
}

/**
 * The search box, which `/` jumps to. It alone is drawn for a letter before the rows that it finds are, and the
 * next letter does not wait for them.
 */
export function SearchBox({ ref, text, onChange }: SearchBoxProps) {
  const styles = useStyles();
  const [typed, setTyped] = useOptimistic(text);
  const change = (next: string) =>
    startTransition(() => {
      setTyped(next);
      onChange(next);
    });
  const shortcut = useShortcut(endpointShortcuts.search, () => {
    ref.current?.focus();
    ref.current?.select();
  });
  return (
    <Input
      ref={ref}
      className={styles.box}
      type="search"
      value={typed}
      onChange={(_, { value }) => change(value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") {
          event.preventDefault();
          change("");
        }
      }}
      aria-label="Search registry endpoints"
      aria-keyshortcuts={shortcut}
      placeholder={shortcut === undefined ? PLACEHOLDER : `${PLACEHOLDER} ( ${shortcut} )`}
      autoComplete="off"
      spellCheck={false}
      contentBefore={<Search20Regular />}
      contentAfter={
        typed === "" ? undefined : (
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="Clear search"
            onClick={() => {
              change("");
              ref.current?.focus();
            }}
          />
        )
      }
    />
  );
}
