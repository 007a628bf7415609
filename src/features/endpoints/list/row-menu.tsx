import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import {
  Copy20Regular,
  Delete20Regular,
  DocumentCopy20Regular,
  Edit20Regular,
  Open20Regular,
} from "@fluentui/react-icons";
import type { EndpointRow } from "../../../queries/endpoint-list";
import { useCopyText } from "../use-copy-text";

/** Whose menu is open. */
export interface OpenedRow {
  row: EndpointRow;
  /** The button that the menu belongs to. */
  button: HTMLElement;
}

interface RowMenuProps {
  /** Absent while no menu is open. */
  opened: OpenedRow | undefined;
  onOpen: (row: EndpointRow) => void;
  onEdit: (row: EndpointRow) => void;
  onDuplicate: (row: EndpointRow) => void;
  onDelete: (row: EndpointRow) => void;
  onClose: () => void;
}

/** What can be done with one endpoint. One menu serves all rows: a menu each would slow scrolling. */
export function RowMenu(props: RowMenuProps) {
  const { opened, onClose } = props;
  const copyText = useCopyText();
  if (opened === undefined) return null;
  const { row, button } = opened;
  return (
    <Menu
      open
      // Within the page's landmark, beside the row that it is about.
      inline
      positioning={{ target: button, position: "below", align: "end" }}
      onOpenChange={(event, { open }) => {
        if (open) return;
        // Not when the person clicked elsewhere, which takes the focus there.
        if (event.type !== "click" && event.type !== "touchstart") button.focus();
        onClose();
      }}
    >
      <MenuPopover>
        <MenuList aria-label={`Actions for ${row.name}`}>
          <MenuItem icon={<Open20Regular />} onClick={() => props.onOpen(row)}>
            Open
          </MenuItem>
          <MenuItem icon={<Edit20Regular />} onClick={() => props.onEdit(row)}>
            Edit
          </MenuItem>
          <MenuItem
            icon={<Copy20Regular />}
            onClick={() => {
              button.focus();
              copyText("id", row.id);
            }}
          >
            Copy id
          </MenuItem>
          <MenuItem
            icon={<Copy20Regular />}
            onClick={() => {
              button.focus();
              copyText("host", row.host);
            }}
          >
            Copy host
          </MenuItem>
          <MenuItem icon={<DocumentCopy20Regular />} onClick={() => props.onDuplicate(row)}>
            Duplicate
          </MenuItem>
          <MenuDivider />
          <MenuItem
            icon={<Delete20Regular />}
            disabled={row.change !== undefined}
            onClick={() => {
              // The dialog gives focus back to what had it.
              button.focus();
              props.onDelete(row);
            }}
          >
            Delete
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
