import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { Bookmark20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useState } from "react";
import { useNotify } from "../../../../ui/notifications";
import { PLAIN_VIEW } from "../../endpoints-search";
import type { ListView } from "../use-list-view";
import { defaultView, shownView, viewNamed, viewSearch, withView } from "./saved-views";
import { savedNotification } from "./saved-notification";
import { useSavedViews } from "./use-saved-views";

const SaveViewDialog = lazy(async () => ({
  default: (await import("./save-view-dialog")).SaveViewDialog,
}));

const ViewsPanel = lazy(async () => ({
  default: (await import("./views-panel")).ViewsPanel,
}));

const useStyles = makeStyles({
  // Above the header and the first column of the table, which stay in view.
  menu: { zIndex: 3, maxWidth: "min(360px, 90vw)" },
  button: { maxWidth: "280px", minWidth: 0, overflow: "hidden", whiteSpace: "nowrap" },
});

/** Opens saved views, says which one is open and whether it was changed, and saves what is shown as one. */
export function ViewsMenu({ view }: { view: ListView }) {
  const styles = useStyles();
  const notify = useNotify();
  const [saved, change] = useSavedViews();
  const [opened, setOpened] = useState<"save" | "manage">();
  const shown = shownView(saved, view.search);
  const name = shown?.view.name;
  const first = defaultView(saved);
  const open = (chosen: string) => {
    const wanted = viewNamed(saved, chosen);
    view.open(wanted ? { ...wanted.search, view: wanted.name } : { view: PLAIN_VIEW });
  };
  return (
    <>
      {/* Within the page's landmark, beside its button. */}
      <Menu
        inline
        positioning="below-end"
        checkedValues={{ view: [name ?? PLAIN_VIEW] }}
        onCheckedValueChange={(_, { checkedItems: [chosen = PLAIN_VIEW] }) => open(chosen)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<Bookmark20Regular />}
            className={styles.button}
            aria-label={name === undefined ? "Views" : `Views, ${labelOf(name, shown?.isChanged)}`}
          >
            {name === undefined ? "Views" : labelOf(name, shown?.isChanged)}
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.menu}>
          <MenuList>
            <MenuItemRadio name="view" value={PLAIN_VIEW}>
              All registry endpoints
            </MenuItemRadio>
            {saved.views.map((one) => (
              <MenuItemRadio key={one.name} name="view" value={one.name}>
                {one === first ? `${one.name} (default)` : one.name}
              </MenuItemRadio>
            ))}
            <MenuDivider />
            {shown?.isChanged && (
              <>
                <MenuItem onClick={() => open(shown.view.name)}>Undo changes</MenuItem>
                <MenuItem
                  onClick={() => {
                    const search = viewSearch(view.search);
                    change((before) => withView(before, { ...shown.view, search }));
                    notify(savedNotification(shown.view.name));
                  }}
                >
                  Save changes
                </MenuItem>
              </>
            )}
            <MenuItem onClick={() => setOpened("save")}>Save as a new view…</MenuItem>
            <MenuItem onClick={() => setOpened("manage")}>Manage views…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {opened === "save" && <SaveViewDialog view={view} onClose={() => setOpened(undefined)} />}
        {opened === "manage" && <ViewsPanel view={view} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </>
  );
}

function labelOf(name: string, isChanged = false): string {
  return isChanged ? `${name}, changed` : name;
}
