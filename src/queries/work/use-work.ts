import { useState, useSyncExternalStore } from "react";
import { idKey } from "../../azure/resource-id";
import { useAccount } from "../azure-context";
import type { Work, WorkHost, WorkStore } from "./work";
import { createWorkRecords, type WorkRecord } from "./work-record";
import { createWorkStore } from "./work-store";

/** Survives a reload and goes with the tab. */
const TAB_KEY = "rep.tab";

const stores = new Map<string, WorkStore>();

/** The work of a person in this tab: the same object for the same account. */
export function workStoreOf(accountId: string): WorkStore {
  let store = stores.get(accountId);
  if (store === undefined) {
    store = createWorkStore(browserHost(accountId));
    stores.set(accountId, store);
  }
  return store;
}

/** The work of the signed-in person. */
export function useWorkStore(): WorkStore {
  return workStoreOf(useAccount().id);
}

/** What is being done, or was just done, with an endpoint; undefined for nothing. */
export function useWork(endpointId: string): Work | undefined {
  const store = useWorkStore();
  return useSyncExternalStore(store.subscribe, store.snapshot).get(idKey(endpointId));
}

/** What is stored of the work on an endpoint, also before anybody follows it. */
export function useStoredWork(endpointId: string): WorkRecord | undefined {
  const { id: accountId } = useAccount();
  const [record] = useState(() => createWorkRecords(localStorage, accountId).read(endpointId));
  return record;
}

function browserHost(accountId: string): WorkHost {
  return {
    storage: localStorage,
    locks: navigator.locks,
    accountId,
    tabId: ownTabId(),
    newId: () => crypto.randomUUID(),
    now: Date.now,
    onStorage: (listener) => {
      window.addEventListener("storage", listener);
      return () => window.removeEventListener("storage", listener);
    },
  };
}

/** The id of this tab, which a reload of it keeps. */
export function ownTabId(): string {
  let id = sessionStorage.getItem(TAB_KEY);
  if (id === null) {
    id = crypto.randomUUID();
    sessionStorage.setItem(TAB_KEY, id);
  }
  return id;
}
