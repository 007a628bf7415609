import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  ArrowUpload20Regular,
  Delete20Regular,
} from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { downloadText } from "../../../../ui/download-text";
import { SidePanel } from "../../../../ui/side-panel";
import { countOf } from "../count-of";
import type { ListView } from "../use-list-view";
import { SavedViewItem } from "./saved-view-item";
import {
  defaultView,
  noViews,
  shownView,
  withDefault,
  withoutView,
  withRenamed,
  type SavedViews,
} from "./saved-views";
import { useSavedViews } from "./use-saved-views";
import { readViewsFile, viewsFile, withViewsOfFile } from "./views-file";

/** More than any honest file of views. */
const LARGEST_FILE = 1_000_000;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  file: { display: "none" },
});

interface Outcome {
  intent: "success" | "error";
  text: string;
  /** What there was before, where that can be had again. */
  before?: SavedViews;
}

/** Renames, deletes, exports and imports a person's views, and says which one the list opens with. */
export function ViewsPanel({ view, onClose }: { view: ListView; onClose: () => void }) {
  const styles = useStyles();
  const [saved, change] = useSavedViews();
  const [outcome, setOutcome] = useState<Outcome>();
  const file = useRef<HTMLInputElement>(null);
  const first = defaultView(saved);
  const shown = shownView(saved, view.search)?.view;

  const bring = async (chosen: File) => {
    const read =
      chosen.size > LARGEST_FILE
        ? { problem: "The file is larger than 1 MB." }
        : readViewsFile(await chosen.text());
    if ("problem" in read) {
      setOutcome({
        intent: "error",
        text: `Nothing was imported from ${chosen.name}. ${read.problem}`,
      });
      return;
    }
    const after = withViewsOfFile(saved, read);
    change(() => after.saved);
    const known = read.views.length - after.added;
    const rest =
      known === 0
        ? ""
        : ` ${countOf(known, "view")} of the file ${known === 1 ? "was" : "were"} here before.`;
    setOutcome({ intent: "success", text: `${countOf(after.added, "view")} imported.${rest}` });
  };

  return (
    <SidePanel
      isOpen
      title="Saved views"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button icon={<ArrowUpload20Regular />} onClick={() => file.current?.click()}>
            Import
          </Button>
          <Button
            icon={<ArrowDownload20Regular />}
            disabledFocusable={saved.views.length === 0}
            onClick={() =>
              downloadText("registry-endpoint-views.json", viewsFile(saved), "application/json")
            }
          >
            Export
          </Button>
          <Button
            icon={<Delete20Regular />}
            disabledFocusable={saved.views.length === 0}
            onClick={() => {
              change(() => noViews);
              const text = `Deleted ${countOf(saved.views.length, "view")}.`;
              setOutcome({ intent: "success", text, before: saved });
            }}
          >
            Delete all
          </Button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            className={styles.file}
            aria-label="File of views"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) void bring(chosen);
              // The same file can be chosen once more.
              target.value = "";
            }}
          />
        </>
      }
    >
      <Text>
        Kept in this browser for your account, also after you sign out. Export them to use them
        elsewhere, or to share them.
      </Text>
      {outcome && (
        <MessageBar key={outcome.text} intent={outcome.intent} layout="multiline">
          <MessageBarBody>{outcome.text}</MessageBarBody>
          {outcome.before && (
            <MessageBarActions>
              <Button
                size="small"
                // What was pressed is gone.
                ref={takeFocus}
                onClick={() => {
                  const { before } = outcome;
                  if (before) change(() => before);
                  setOutcome({ intent: "success", text: "Undone." });
                }}
              >
                Undo
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {saved.views.length === 0 ? (
        <Text>
          No views yet. “Save as a new view” in the menu of views makes one of what is shown.
        </Text>
      ) : (
        <ul className={styles.list} aria-label="Saved views">
          {saved.views.map((one) => (
            <SavedViewItem
              key={one.name}
              name={one.name}
              saved={saved}
              isDefault={one === first}
              onOpen={() => {
                view.open({ ...one.search, view: one.name });
                onClose();
              }}
              onDefault={(isDefault) =>
                change((before) => withDefault(before, isDefault ? one.name : undefined))
              }
              onRename={(name) => {
                if (name === one.name) return;
                change((before) => withRenamed(before, one.name, name));
                setOutcome({ intent: "success", text: `Renamed to ${name}.`, before: saved });
                if (one === shown) view.open({ ...view.search, view: name });
              }}
              onDelete={() => {
                change((before) => withoutView(before, one.name));
                setOutcome({ intent: "success", text: `Deleted ${one.name}.`, before: saved });
              }}
            />
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
