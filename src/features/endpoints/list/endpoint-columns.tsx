import { makeStyles, tokens } from "@fluentui/react-components";
import { Clock16Regular, MoreHorizontal20Regular } from "@fluentui/react-icons";
import { authenticationLabel } from "../../../lib/authentication-labels";
import type { EndpointUsage } from "../../../lib/endpoint-query/columns";
import { endpointFields, sortFieldIds, type FieldId } from "../../../lib/endpoint-query/fields";
import {
  hasDefaultColumns,
  withWidth,
  type ListLayout,
} from "../../../lib/endpoint-query/list-layout";
import { endpointPath } from "../../../lib/endpoint-url";
import type { EndpointRow, UsageReading } from "../../../queries/endpoint-list";
import type { DataTableColumn } from "../../../ui/data-table";
import { VisuallyHidden } from "../../../ui/visually-hidden";
import { MarkedText } from "./marked-text";
import { ProvisioningBadge, provisioningLabel } from "../provisioning-badge";

/** Opens the menu of a row at the button that was pressed. */
export type OpenRowMenu = (row: EndpointRow, button: HTMLElement) => void;

type Column = DataTableColumn<EndpointRow>;

interface ColumnsInput {
  layout: ListLayout;
  usage: EndpointUsage;
  /** How far `usage` is all that will be known. */
  usageReading: UsageReading;
  openMenu: OpenRowMenu;
}

/** Names a row apart from the others: endpoints of many instances have the same name. */
export function rowLabel({ name, instanceName }: EndpointRow): string {
  return `${name} on ${instanceName}`;
}

/** The columns that a person chose, with the menu of each row behind them. */
export function endpointColumns({ layout, usage, usageReading, openMenu }: ColumnsInput): Column[] {
  const isDefault = hasDefaultColumns(layout);
  return [
    ...layout.columns.map((id): Column => {
      const { leavesFirst, isCardHidden, roomyWidth, ...own } = shapes[id];
      const width = layout.widths[id];
      const unknown = id === "usage" ? unknownUse[usageReading] : "";
      const text = texts[id] ?? ((row: EndpointRow) => fieldText(id, row, usage) || unknown);
      return {
        id,
        label: endpointFields[id].label,
        isSortable: sortFieldIds.some((one) => one === id),
        isPinned: layout.pinned.includes(id),
        text,
        render: (row) => <MarkedText field={id} text={text(row)} />,
        ...own,
        ...(isDefault ? { leavesFirst } : { roomyWidth }),
        ...(isDefault && isCardHidden && width === undefined ? { isCardHidden } : {}),
        ...(width === undefined ? {} : { width }),
      };
    }),
    {
      id: "actions",
      label: "Actions",
      width: 40,
      isMenu: true,
      render: (row) => <RowMenuButton row={row} openMenu={openMenu} />,
      text: () => "",
    },
  ];
}

/** A layout in which every column stays, whatever room there is: those that may leave get a width. */
export function withAllShown(layout: ListLayout): ListLayout {
  return layout.columns.reduce((all, id) => {
    const { minWidth, leavesFirst } = shapes[id];
    const mayLeave = leavesFirst !== undefined && layout.widths[id] === undefined;
    return mayLeave && minWidth !== undefined ? withWidth(all, id, minWidth) : all;
  }, layout);
}

/**
 * What is particular to a column. Each keeps the room that nine of ten of its values need, hosts of Amazon ECR
 * apart, and its label with the arrow of a sort; where there is less, whole columns leave: first the site, whose
 * words most instances have in their names. With the menu and the boxes that select, five need 884 px (a window of
 * 1,280 px beside the navigation and two scroll bars that take room leaves 978), six 1,112 px (1,440 px leaves
 * 1,138) and all of them 1,396 px (1,680 px leaves 1,397 beside one scroll bar). Plain elements in the cells:
 * dozens of them appear with every scroll.
 */
const shapes: Readonly<Record<FieldId, Partial<Column>>> = {
  name: {
    minWidth: 140,
    roomyWidth: 180,
    grow: 1.1,
    isRowHeader: true,
    render: (row) => <NameLink row={row} />,
  },
  host: { minWidth: 180, roomyWidth: 220, grow: 1.7 },
  authentication: { minWidth: 174, grow: 0.6, leavesFirst: 4 },
  registry: { minWidth: 180 },
  instance: { minWidth: 160, roomyWidth: 170, grow: 1.3 },
  site: { minWidth: 140, roomyWidth: 170, leavesFirst: 1 },
  version: { minWidth: 120, grow: 0.6 },
  subscription: { minWidth: 228, grow: 1.2, leavesFirst: 3, isCardHidden: true },
  resourceGroup: { minWidth: 144, roomyWidth: 170, grow: 0.9, leavesFirst: 2, isCardHidden: true },
  location: { minWidth: 120, grow: 0.8 },
  provisioningState: {
    minWidth: 158,
    grow: 0.6,
    render: (row) => <StateBadge row={row} />,
  },
  usage: { minWidth: 90, grow: 0.6 },
  tags: { minWidth: 160, roomyWidth: 260, grow: 1.6 },
};

/** Where a cell says more than the field's value. */
const texts: Partial<Record<FieldId, (row: EndpointRow) => string>> = {
  authentication: (row) => authenticationLabel(row.authentication || undefined),
  provisioningState: (row) => provisioningLabel(row.provisioningState, row.change),
};

/** Of an endpoint of which nobody has said whether it is used. */
const unknownUse: Readonly<Record<UsageReading, string>> = {
  unread: "Not read yet",
  reading: "Reading…",
  read: "Unknown",
};

function fieldText(id: FieldId, row: EndpointRow, usage: EndpointUsage): string {
  const value = endpointFields[id].value(row, usage);
  return typeof value === "string" ? value : value.join(", ");
}

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    // Around the text, in the room that the cell has there.
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  written: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    "& > a": { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  },
  indexing: { display: "flex", flexShrink: 0, color: tokens.colorNeutralForeground3 },
  button: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "28px",
    height: "28px",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

function NameLink({ row }: { row: EndpointRow }) {
  const styles = useStyles();
  // The shell follows links of the app without loading the page anew.
  const link = (
    <a tabIndex={-1} className={styles.link} href={endpointPath(row.id)}>
      <MarkedText field="name" text={row.name} />
    </a>
  );
  if (row.source !== "ownWrite" || row.change !== undefined) return link;
  return (
    <span className={styles.written}>
      {link}
      <span className={styles.indexing} title="Azure Resource Graph does not show it yet">
        <Clock16Regular aria-hidden="true" />
        <VisuallyHidden>indexing</VisuallyHidden>
      </span>
    </span>
  );
}

function StateBadge({ row: { provisioningState, change } }: { row: EndpointRow }) {
  const text = provisioningLabel(provisioningState, change);
  return (
    <ProvisioningBadge
      state={provisioningState}
      change={change}
      label={<MarkedText field="provisioningState" text={text} />}
    />
  );
}

function RowMenuButton({ row, openMenu }: { row: EndpointRow; openMenu: OpenRowMenu }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={useStyles().button}
      aria-haspopup="menu"
      aria-label={`Actions for ${rowLabel(row)}`}
      onClick={(event) => openMenu(row, event.currentTarget)}
    >
      <MoreHorizontal20Regular aria-hidden="true" />
    </button>
  );
}
