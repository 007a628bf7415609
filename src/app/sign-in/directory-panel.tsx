import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { describeFailure } from "../../azure/http/describe-failure";
import type { Tenant } from "../../azure/resources/subscription";
import type { Failure } from "../../lib/failure";
import type { Account } from "../../queries/azure-context";
import { FailureMessage } from "../../ui/failure-message";
import { Loading } from "../../ui/loading";
import { SidePanel } from "../../ui/side-panel";
import type { StartedApp } from "../start";
import { signInFailure } from "./sign-in-failure";
import { tenantName, useTenants } from "./use-tenants";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  directory: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
  },
  current: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  lines: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface DirectoryPanelProps {
  app: StartedApp;
  account: Account;
  onClose: () => void;
}

/** The directories that the person has an account in, each a way to sign in there. */
export function DirectoryPanel({ app, account, onClose }: DirectoryPanelProps) {
  const styles = useStyles();
  const tenants = useTenants(app, account);
  const [leavingFor, setLeavingFor] = useState<string>();
  const [failure, setFailure] = useState<Failure>();

  function switchTo(tenantId: string): void {
    setLeavingFor(tenantId);
    setFailure(undefined);
    app.session.switchDirectory(tenantId).catch((error: unknown) => {
      setLeavingFor(undefined);
      setFailure(signInFailure(error, "The directory could not be switched"));
    });
  }

  return (
    <SidePanel isOpen title="Switch directory" size="small" onClose={onClose}>
      {failure && <FailureMessage failure={failure} />}
      {tenants.isPending && <Loading label="Loading the directories" />}
      {tenants.error && (
        <FailureMessage
          failure={describeFailure(tenants.error, "The directories could not be listed")}
          onRetry={() => void tenants.refetch()}
        />
      )}
      {tenants.data && (
        <>
          <Text>
            {isOnlyOne(tenants.data, account)
              ? "You have an account in this directory only: there is none to switch to."
              : "The portal shows one directory at a time. What you have typed here, except secret values, and what Azure is at work on is kept, and shows again when you come back to this directory."}
          </Text>
          <ul className={styles.list} aria-label="Directories">
            {tenants.data.map((tenant) => (
              <li key={tenant.tenantId}>
                {tenant.tenantId === account.tenantId ? (
                  <div className={styles.current} aria-current="true">
                    <DirectoryLines tenant={tenant} remark="You are here" />
                  </div>
                ) : (
                  <Button
                    className={styles.directory}
                    disabledFocusable={leavingFor !== undefined}
                    onClick={() => switchTo(tenant.tenantId)}
                  >
                    <DirectoryLines
                      tenant={tenant}
                      remark={tenant.tenantId === leavingFor ? "Opening the sign-in…" : undefined}
                    />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
}

function isOnlyOne(tenants: readonly Tenant[], account: Account): boolean {
  return tenants.every(({ tenantId }) => tenantId === account.tenantId);
}

function DirectoryLines({ tenant, remark }: { tenant: Tenant; remark: string | undefined }) {
  const styles = useStyles();
  const { tenantId, defaultDomain } = tenant;
  const name = tenantName(tenant);
  return (
    <span className={styles.lines}>
      <Text weight="semibold">{name ?? tenantId}</Text>
      {defaultDomain !== undefined && defaultDomain !== name && <Text>{defaultDomain}</Text>}
      {name !== undefined && <Text className={styles.detail}>{tenantId}</Text>}
      {remark !== undefined && <Text className={styles.detail}>{remark}</Text>}
    </span>
  );
}
