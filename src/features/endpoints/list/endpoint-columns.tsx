import { makeStyles, tokens } from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import { authenticationLabel } from "../../../lib/authentication-labels";
import type { SortFieldId } from "../../../lib/endpoint-query/fields";
import { endpointPath } from "../../../lib/endpoint-url";
import type { EndpointRow } from "../../../queries/endpoint-list";
import type { DataTableColumn } from "../../../ui/data-table";
import { MarkedText } from "./marked-text";
import { ProvisioningBadge, provisioningLabel } from "../provisioning-badge";

/** Opens the menu of a row at the button that was pressed. */
export type OpenRowMenu = (row: EndpointRow, button: HTMLElement) => void;

/**
 * The columns of the list, with the boxes that select together at most 978 px: what a window of 1,280 px leaves beside the
 * navigation and two scroll bars that take room. Plain elements in the cells: dozens of them appear with every scroll.
 */
export function endpointColumns(openMenu: OpenRowMenu): DataTableColumn<EndpointRow>[] {
  return [
    {
      id: "name",
      label: "Name",
      minWidth: 108,
      grow: 1.3,
      isRowHeader: true,
      isSortable: true,
      render: (row) => <NameLink row={row} />,
      text: (row) => row.name,
    },
    textColumn("host", "Host", (row) => row.host, { minWidth: 116, grow: 1.8 }),
    textColumn(
      "authentication",
      "Authentication",
      (row) => authenticationLabel(row.authentication || undefined),
      { minWidth: 174 },
    ),
    textColumn("instance", "Instance", (row) => row.instanceName, {
      minWidth: 90,
      grow: 1.1,
    }),
    textColumn("site", "Site", (row) => row.site, { minWidth: 86, leavesFirst: 3 }),
    textColumn("resourceGroup", "Resource group", (row) => row.resourceGroup, {
      minWidth: 92,
      leavesFirst: 1,
      isCardHidden: true,
    }),
    textColumn("subscription", "Subscription", (row) => row.subscriptionName, {
      minWidth: 92,
      grow: 1.2,
      leavesFirst: 2,
      isCardHidden: true,
    }),
    {
      ...textColumn("provisioningState", "Provisioning state", (row) =>
        provisioningLabel(row.provisioningState, row.change),
      ),
      minWidth: 148,
      render: (row) => <ProvisioningBadge state={row.provisioningState} change={row.change} />,
    },
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

function textColumn(
  id: SortFieldId,
  label: string,
  text: (row: EndpointRow) => string,
  options: Partial<DataTableColumn<EndpointRow>> = {},
): DataTableColumn<EndpointRow> {
  const render = (row: EndpointRow) => <MarkedText field={id} text={text(row)} />;
  return { id, label, isSortable: true, text, render, ...options };
}

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
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
  // The shell follows links of the app without loading the page anew.
  return (
    <a tabIndex={-1} className={useStyles().link} href={endpointPath(row.id)}>
      <MarkedText field="name" text={row.name} />
    </a>
  );
}

function RowMenuButton({ row, openMenu }: { row: EndpointRow; openMenu: OpenRowMenu }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={useStyles().button}
      aria-haspopup="menu"
      aria-label={`Actions for ${row.name} on ${row.instanceName}`}
      onClick={(event) => openMenu(row, event.currentTarget)}
    >
      <MoreHorizontal20Regular aria-hidden="true" />
    </button>
  );
}
