import { record, text } from "../http/wire-reader";

export const SUBSCRIPTIONS_API_VERSION = "2022-12-01";

export interface Subscription {
  id: string;
  subscriptionId: string;
  displayName: string;
  tenantId: string;
  state?: string;
}

export interface Tenant {
  id: string;
  tenantId: string;
  displayName?: string;
  defaultDomain?: string;
}

const readMembers = record({
  id: text,
  subscriptionId: text,
  displayName: text,
  tenantId: text,
  state: text,
  defaultDomain: text,
});

/** Reads a subscription of ARM; one without a name is called by its id. Undefined for what has no id. */
export function readSubscription(wire: unknown): Subscription | undefined {
  const read = readMembers(wire) as Partial<Subscription> | undefined;
  const subscriptionId =
    read?.subscriptionId ?? /^\/subscriptions\/([^/]+)/i.exec(read?.id ?? "")?.[1];
  if (!subscriptionId) return undefined;
  const { id = `/subscriptions/${subscriptionId}`, displayName, tenantId = "" } = read ?? {};
  return { ...read, id, subscriptionId, displayName: displayName || subscriptionId, tenantId };
}

/** Reads a tenant of ARM. Undefined for what has no id. */
export function readTenant(wire: unknown): Tenant | undefined {
  const read = readMembers(wire) as Partial<Tenant> | undefined;
  if (!read?.tenantId) return undefined;
  const { id = `/tenants/${read.tenantId}`, tenantId } = read;
  return { ...read, id, tenantId };
}
