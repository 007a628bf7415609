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
import { PersonSwap20Regular, SignOut20Regular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import type { Account } from "../../queries/azure-context";
import type { StartedApp } from "../start";
import { useSignInFailure } from "./use-sign-in-failure";

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
}

/** Who is signed in and where, and the ways out. */
export function AccountMenu({ app, account, target, onClose }: AccountMenuProps) {
  const styles = useStyles();
  const sayThat = useSignInFailure();
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
          <Text className={styles.detail}>
            <TenantName app={app} account={account} />
          </Text>
        </div>
        <MenuDivider />
        <MenuList>
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
function TenantName({ app, account }: { app: StartedApp; account: Account }) {
  const { tenantId } = account;
  const { data: tenants } = useQuery({
    queryKey: ["tenants", account.id],
    queryFn: ({ signal }) => app.azure.tenants.list({ signal }),
    staleTime: Infinity,
  });
  const tenant = tenants?.find((candidate) => candidate.tenantId === tenantId);
  const name = tenant?.displayName ?? tenant?.defaultDomain;
  return <>{name === undefined ? `Tenant ${tenantId}` : `${name} (${tenantId})`}</>;
}
