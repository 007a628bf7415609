import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Fragment, useState } from "react";
import { gridKeys } from "./grid-keys";
import { Note } from "./note";
import { useReturnFocus } from "./return-focus";
import { useShortcutList, useShortcutSwitch, type Shortcut } from "./shortcuts";

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  content: {
    // Room for the ring around it, beside its texts.
    margin: "0 -8px",
    padding: "0 8px",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
  },
  heading: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0 },
  line: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  keys: {
    display: "flex",
    alignItems: "center",
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  key: {
    minWidth: "24px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    textAlign: "center",
  },
});

const EVERYWHERE = "Everywhere";

/** What components do by themselves. They need no letters, and so work when shortcuts are off. */
const BUILT_IN: Shortcut[] = [
  { keys: ["Esc"], label: "Close a panel, dialog or menu", group: EVERYWHERE },
];

/** The list of what keys do here and now, by where they work. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  // Looked for, so that no list has to load what only this dialog says.
  const [hasGrid] = useState(() => document.querySelector("[role=grid], [role=treegrid]") !== null);
  const shortcuts = [...useShortcutList(), ...BUILT_IN, ...(hasGrid ? gridKeys : [])];
  const { areOn } = useShortcutSwitch();
  const groups = [...new Set(shortcuts.map(({ group }) => group))];
  useReturnFocus();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          {/* Scrolled with the keyboard as well, where there is little room. */}
          <DialogContent
            className={styles.content}
            tabIndex={0}
            role="group"
            aria-label="Keyboard shortcuts"
          >
            {!areOn && (
              <Note intent="info" title="Single-key shortcuts are off.">
                They can be turned on in the settings.
              </Note>
            )}
            {groups.map((group) => (
              <ShortcutGroup
                key={group}
                title={group}
                shortcuts={shortcuts.filter((shortcut) => shortcut.group === group)}
              />
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ShortcutGroup({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className={styles.line}>
            <dt>{label}</dt>
            <dd className={styles.keys}>
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && <span>then</span>}
                  <kbd className={styles.key}>{key}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
