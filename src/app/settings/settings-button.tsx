import { Button } from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useState } from "react";
import { OpenerTooltip } from "../../ui/opener-tooltip";
import { useShortcut } from "../../ui/shortcuts";
import { portalShortcuts } from "../shell/portal-shortcuts";
import type { StartedApp } from "../start";

const SettingsPanel = lazy(async () => ({
  default: (await import("./settings-panel")).SettingsPanel,
}));

const ShortcutsDialog = lazy(async () => ({
  default: (await import("../../ui/shortcuts-dialog")).ShortcutsDialog,
}));

interface SettingsButtonProps {
  app: StartedApp | undefined;
  className?: string;
}

/** The gear: opens the settings, which lead to the list of shortcuts. `?` opens that at once. */
export function SettingsButton({ app, className }: SettingsButtonProps) {
  const [open, setOpen] = useState<"settings" | "shortcuts">();
  const close = () => setOpen(undefined);
  useShortcut(portalShortcuts.list, () => setOpen("shortcuts"));
  return (
    <>
      <OpenerTooltip label="Settings" isOpen={open !== undefined}>
        <Button
          appearance="transparent"
          className={className}
          icon={<Settings20Regular />}
          aria-haspopup="dialog"
          onClick={() => setOpen("settings")}
        />
      </OpenerTooltip>
      <Suspense>
        {open === "settings" && (
          <SettingsPanel app={app} onClose={close} onShowShortcuts={() => setOpen("shortcuts")} />
        )}
        {open === "shortcuts" && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
