import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { AzureClient } from "../azure/client";
import { CloudContext, type CloudSettings } from "./cloud";

/** Who is signed in. */
export interface Account {
  /** Stable, and different for each person and for each directory that they sign in to. */
  id: string;
  name: string;
  userName: string;
  tenantId: string;
}

interface AzureContextValue {
  client: AzureClient;
  account: Account;
}

const AzureContext = createContext<AzureContextValue | undefined>(undefined);

/** Gives the pages below the Azure client, the account it calls as, and the cloud it calls. */
export function AzureProvider({
  client,
  account,
  cloud,
  children,
}: AzureContextValue & { cloud: CloudSettings; children: ReactNode }) {
  const value = useMemo(() => ({ client, account }), [client, account]);
  return (
    <AzureContext value={value}>
      <CloudContext value={cloud}>{children}</CloudContext>
    </AzureContext>
  );
}

export function useAzure(): AzureClient {
  return useAzureContext().client;
}

/** The account that everything shown belongs to: its id is part of every query key. */
export function useAccount(): Account {
  return useAzureContext().account;
}

function useAzureContext(): AzureContextValue {
  const value = useContext(AzureContext);
  if (!value) throw new Error("This component must be rendered inside <AzureProvider>.");
  return value;
}
