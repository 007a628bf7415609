import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Suspense, lazy, useRef, useState } from "react";
import type { Account } from "../../queries/azure-context";
import type { StartedApp } from "../start";
import { initialsOf } from "./initials";

const AccountMenu = lazy(async () => ({
  default: (await import("./account-menu")).AccountMenu,
}));

const DirectoryPanel = lazy(async () => ({
  default: (await import("./directory-panel")).DirectoryPanel,
}));

const useStyles = makeStyles({
  button: { minWidth: "auto", padding: tokens.spacingHorizontalXXS },
  initials: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "28px",
    height: "28px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface AccountButtonProps {
  app: StartedApp;
  account: Account;
  className?: string;
}

/** Opens the account menu, and from it the panel of directories; each is downloaded with the first use. */
export function AccountButton({ app, account, className }: AccountButtonProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [isSwitching, setIsSwitching] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        appearance="transparent"
        className={mergeClasses(styles.button, className)}
        aria-label={`Account: ${account.name}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen((wasOpen) => !wasOpen)}
      >
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(account.name)}
        </span>
      </Button>
      {isOpen && (
        <Suspense>
          <AccountMenu
            app={app}
            account={account}
            target={button}
            onClose={() => {
              setIsOpen(false);
              button.current?.focus();
            }}
            onSwitchDirectory={() => setIsSwitching(true)}
          />
        </Suspense>
      )}
      {isSwitching && (
        <Suspense>
          <DirectoryPanel app={app} account={account} onClose={() => setIsSwitching(false)} />
        </Suspense>
      )}
    </>
  );
}
