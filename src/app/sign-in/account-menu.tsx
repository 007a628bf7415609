import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import {
  BuildingMultiple20Regular,
  PersonSwap20Regular,
  SignOut20Regular,
} from "@fluentui/react-icons";
import type { RefObject } from "react";
import type { Tenant } from "../../azure/resources/subscription";
import type { Account } from "../../queries/azure-context";
import type { StartedApp } from "../start";
import { useSignInFailure } from "./use-sign-in-failure";
import { tenantName, useTenants } from "./use-tenants";

const useStyles = makeStyles({
  popover: { zIndex: 10, maxWidth: "min(360px, 100vw)", color: tokens.colorNeutralForeground1 },
  who: {
    display: "flex",
    flexDirection: "column",
    padding: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface AccountMenuProps {
  app: StartedApp;
  account: Account;
  target: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  onSwitchDirectory: () => void;
}

/** Who is signed in and where, and the ways out. */
export function AccountMenu(props: AccountMenuProps) {
  const { app, account, target, onClose, onSwitchDirectory } = props;
  const styles = useStyles();
  const sayThat = useSignInFailure();
  const { data: tenants = [] } = useTenants(app, account);
  return (
    <Menu
      open
      // Within the top bar, so that it is part of a landmark.
      inline
      positioning={{ target: target.current, position: "below", align: "end" }}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <MenuPopover className={styles.popover}>
        <div className={styles.who}>
          <Text weight="semibold">{account.name}</Text>
          <Text>{account.userName}</Text>
          <Text className={styles.detail}>{tenantText(tenants, account)}</Text>
        </div>
        <MenuDivider />
        <MenuList>
          {app.session.canSwitchDirectory && (
            <MenuItem icon={<BuildingMultiple20Regular />} onClick={onSwitchDirectory}>
              Switch directory
            </MenuItem>
          )}
          <MenuItem
            icon={<PersonSwap20Regular />}
            onClick={() => {
              app.session.switchAccount().catch(sayThat("The account could not be switched"));
            }}
          >
            Switch account
          </MenuItem>
          <MenuItem icon={<SignOut20Regular />} onClick={() => void app.session.signOut()}>
            Sign out
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The tenant by name; by id alone while the name is unknown or may not be read. */
function tenantText(tenants: readonly Tenant[], { tenantId }: Account): string {
  const tenant = tenants.find((candidate) => candidate.tenantId === tenantId);
  const name = tenant && tenantName(tenant);
  return name === undefined ? `Tenant ${tenantId}` : `${name} (${tenantId})`;
}
