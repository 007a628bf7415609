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
