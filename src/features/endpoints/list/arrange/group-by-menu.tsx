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
import { ChevronDown16Regular } from "@fluentui/react-icons";
import { endpointFields } from "../../../../lib/endpoint-query/fields";
import {
  groupFieldIds,
  withAllGroups,
  withGroupBy,
} from "../../../../lib/endpoint-query/list-layout";
import { useAnnounce } from "../../../../ui/announcer";
import type { ListView } from "../use-list-view";

const NOTHING = "none";

// Above the header and the first column of the table, which stay in view.
const useStyles = makeStyles({ menu: { zIndex: 3 } });

/** Puts the rows together by something that they have in common. */
export function GroupByMenu({ view }: { view: ListView }) {
  const styles = useStyles();
  const { groupBy } = view.layout;
  const announce = useAnnounce();
  const setAllGroups = (areClosed: boolean) => {
    view.changeLayout((before) => withAllGroups(before, areClosed));
    // The focus goes back to the button, which does not say it.
    announce(areClosed ? "All groups collapsed" : "All groups expanded");
  };
  const label = groupBy === undefined ? "Group by" : `Grouped by ${labelOf(groupBy)}`;
  return (
    // Within the page's landmark, beside its button.
    <Menu
      inline
      positioning="below-end"
      checkedValues={{ groupBy: [groupBy ?? NOTHING] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) =>
        view.changeLayout((before) =>
          withGroupBy(
            before,
            groupFieldIds.find((id) => id === chosen),
          ),
        )
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronDown16Regular />}
          iconPosition="after"
        >
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {([NOTHING, ...groupFieldIds] as const).map((id) => (
            <MenuItemRadio key={id} name="groupBy" value={id}>
              {labelOf(id)}
            </MenuItemRadio>
          ))}
          {groupBy !== undefined && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => setAllGroups(true)}>Collapse all groups</MenuItem>
              <MenuItem onClick={() => setAllGroups(false)}>Expand all groups</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function labelOf(id: (typeof groupFieldIds)[number] | typeof NOTHING): string {
  return id === NOTHING ? "Nothing" : endpointFields[id].label;
}
